package dev.trailwise.aws.trails;

import dev.trailwise.aws.client.Parallel;
import dev.trailwise.aws.s3.S3Folders;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import java.util.ArrayList;
import java.util.List;

/** Looks through the first levels of a bucket for folders named {@code AWSLogs}. */
final class TrailSearch {
    private static final int DEEPEST = 3;
    private static final int MOST_FOLDERS = 300;

    private final S3Folders folders;
    private final List<String> nameless = new ArrayList<>();

    TrailSearch(S3Folders folders) {
        this.folders = folders;
    }

    /**
     * The key prefixes of trails, without slashes around them.
     *
     * @throws Failure when there are too many folders to look through and none found is a trail's
     */
    List<String> prefixes() {
        List<String> found = new ArrayList<>();
        List<String> level = List.of("");
        int looked = 0;
        for (int depth = 0; depth <= DEEPEST && !level.isEmpty(); depth++) {
            looked += level.size();
            if (looked > MOST_FOLDERS) {
                if (found.isEmpty()) {
                    throw new Failure(
                            ExitCode.USAGE,
                            "the bucket has too many folders to look through for a trail",
                            Remedy.flag(FlagName.PREFIX, "PREFIX", "names its folder"));
                }
                return found;
            }
            level = deeper(level, found);
        }
        return found;
    }

    /** The folders that were looked through and have a folder without a name, by a doubled slash; each ends with a slash. */
    List<String> nameless() {
        return nameless;
    }

    /** Adds the folders that hold {@code AWSLogs} to those found; gives the folders of all others. */
    private List<String> deeper(List<String> level, List<String> found) {
        List<List<String>> children = Parallel.map(level, folders::in);
        List<String> next = new ArrayList<>();
        for (int i = 0; i < level.size(); i++) {
            String folder = level.get(i);
            if (children.get(i).contains("AWSLogs")) {
                found.add(folder.isEmpty() ? "" : folder.substring(0, folder.length() - 1));
            }
            if (children.get(i).contains("")) {
                nameless.add(folder);
            }
            children.get(i).stream()
                    .filter(name -> !name.equals("AWSLogs") && !name.isEmpty())
                    .map(name -> folder + name + "/")
                    .forEach(next::add);
        }
        return next;
    }
}
