/**
 * What is asked: saved queries, their typed parameters, filters from flags, and the compiler that makes them Athena SQL.
 *
 * <p>Literals and scope predicates are written by hand, with {@code SqlLiteral}. Only the filter of flags, whose
 * conditions come in every combination, is composed with jOOQ: to load it takes a third of a second, which no other
 * question has to pay.
 */
@NullMarked
package dev.trailwise.query;

import org.jspecify.annotations.NullMarked;
