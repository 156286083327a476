package dev.trailwise.aws.athena;

/**
 * A query that is saved at Athena. Names are not unique there.
 *
 * @param id Athena's name for it
 * @param name what people call it
 * @param description what it is for; may be empty
 * @param database the database that tables without one are looked for in
 * @param sql its text
 */
public record NamedQuery(String id, String name, String description, String database, String sql) {}
