package dev.trailwise.config.accounts;

import dev.trailwise.trail.AccountId;

/**
 * An account of an organization.
 *
 * @param id its id
 * @param name its name in AWS Organizations
 * @param status for example {@code ACTIVE}; empty when it is not known
 */
public record Account(AccountId id, String name, String status) {}
