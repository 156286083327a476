package dev.trailwise.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Evaluates the condition of a rule by splitting its text at the operator that binds least. */
record ConditionText(String text, List<String> selections, Predicate<String> isSelected) {
    boolean isTrue() {
        return isTrue(
                List.of(text.replace("(", " ( ").replace(")", " ) ").trim().split("\\s+")));
    }

    private boolean isTrue(List<String> words) {
        for (String operator : List.of("or", "and")) {
            List<List<String>> parts = split(words, operator);
            if (parts.size() > 1) {
                Stream<List<String>> all = parts.stream();
                return operator.equals("or") ? all.anyMatch(this::isTrue) : all.allMatch(this::isTrue);
            }
        }
        if (words.get(0).equals("not")) {
            return !isTrue(words.subList(1, words.size()));
        }
        if (words.get(0).equals("(")) {
            return isTrue(words.subList(1, words.size() - 1));
        }
        if (words.size() == 3) {
            Stream<String> chosen = selections.stream().filter(name -> isMeant(words.get(2), name));
            return words.get(0).equals("all") ? chosen.allMatch(isSelected) : chosen.anyMatch(isSelected);
        }
        return isSelected.test(words.get(0));
    }

    private static boolean isMeant(String pattern, String name) {
        return !name.startsWith("_") && (pattern.equals("them") || Glob.matches(pattern, name));
    }

    private static List<List<String>> split(List<String> words, String operator) {
        List<List<String>> parts = new ArrayList<>(List.of(new ArrayList<>()));
        int depth = 0;
        for (String word : words) {
            depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
            if (depth == 0 && word.equals(operator)) {
                parts.add(new ArrayList<>());
            } else {
                parts.get(parts.size() - 1).add(word);
            }
        }
        return parts;
    }
}
