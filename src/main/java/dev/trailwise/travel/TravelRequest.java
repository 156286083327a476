package dev.trailwise.travel;

import dev.trailwise.run.QueryRequest;
import java.nio.file.Path;

/**
 * Which changes of address are too fast.
 *
 * @param places the file that says where addresses are
 * @param speed kilometers an hour that travellers do not exceed
 * @param distance kilometers below which places are taken as one
 * @param query the scope, engine, budget and output
 */
public record TravelRequest(Path places, int speed, int distance, QueryRequest query) {}
