package dev.trailwise.travel;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.ResultType;
import dev.trailwise.engine.RowSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes changes of address, and passes on those that are too fast, with the places. */
final class TravelRows implements RowSink {
    private static final int SECONDS_AN_HOUR = 3_600;
    private static final List<ResultColumn> PLACES = List.of(
            ResultColumn.text("from_place"),
            ResultColumn.text("to_place"),
            new ResultColumn("km", ResultType.INTEGER),
            new ResultColumn("km_per_hour", ResultType.INTEGER));

    private final PlaceDatabase places;
    private final TravelRequest request;
    private final RowSink sink;
    private final TravelCount count;
    private final Map<String, Integer> columns = new HashMap<>();

    TravelRows(PlaceDatabase places, TravelRequest request, TravelCount count, RowSink sink) {
        this.places = places;
        this.request = request;
        this.count = count;
        this.sink = sink;
    }

    @Override
    public void begin(List<ResultColumn> names) {
        for (ResultColumn name : names) {
            columns.put(name.name(), columns.size());
        }
        List<ResultColumn> all = new ArrayList<>(names);
        all.addAll(1, PLACES);
        sink.begin(all);
    }

    @Override
    public void row(@Nullable Object[] values) {
        Optional<Place> from = places.of(text(values, "previous_ip"));
        Optional<Place> to = places.of(text(values, "sourceipaddress"));
        if (from.isEmpty() || to.isEmpty()) {
            count.unknown();
            return;
        }
        double distance = from.get().leastDistance(to.get());
        // Times are whole seconds, so nearly one more may have passed.
        long seconds = Long.parseLong(text(values, "seconds")) + 1;
        double speed = distance * SECONDS_AN_HOUR / seconds;
        if (distance >= request.distance() && speed > request.speed()) {
            count.found();
            sink.row(with(values, from.get(), to.get(), (long) distance, (long) speed));
        } else {
            count.possible();
        }
    }

    private String text(@Nullable Object[] values, String column) {
        return String.valueOf(values[columns.getOrDefault(column, -1)]);
    }

    private static @Nullable Object[] with(@Nullable Object[] values, Place from, Place to, long distance, long speed) {
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(values));
        all.addAll(1, List.of(from.toString(), to.toString(), distance, speed));
        return all.toArray();
    }

    @Override
    public void finish() {
        sink.finish();
    }
}
