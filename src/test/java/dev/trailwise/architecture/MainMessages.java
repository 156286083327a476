package dev.trailwise.architecture;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The texts that users read, as the source has them: of failures, notices, remedies, messages and help. */
final class MainMessages extends TreeScanner<Void, Set<String>> {
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "trailwise");

    /** What takes such a text: constructors and methods, by name. */
    private static final Set<String> TAKE_TEXT = Set.of(
            "Failure",
            "SqlProblem",
            "Notice",
            "Denied",
            "PathProblem",
            "PathFailure",
            "FileProblem",
            "InvalidValue",
            "IllegalArgumentException",
            "usage",
            "info",
            "warning",
            "detail",
            "ask",
            "error",
            "problem",
            "wrong",
            "unsupported",
            "flag",
            "flags",
            "command",
            "setting",
            "permission",
            "Permission",
            "action",
            "prefixed",
            "and",
            "confirm",
            "choose",
            "fatal",
            "scalar",
            "list");

    private static final Set<String> HELP = Set.of("description", "header", "footer", "footerHeading");

    private MainMessages() {}

    /** The texts of each room, sorted. What is put in when the program runs is {@code …}. */
    static Map<String, Set<String>> all() throws IOException {
        Map<String, Set<String>> rooms = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> found = Files.walk(SOURCES)) {
            files = found.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        try (StandardJavaFileManager manager =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                    .getTask(
                            null,
                            manager,
                            null,
                            List.of("-proc:none", "-encoding", "UTF-8"),
                            null,
                            manager.getJavaFileObjectsFromPaths(files));
            for (var unit : task.parse()) {
                Path folder = Path.of(unit.getSourceFile().toUri()).getParent();
                String room =
                        SOURCES.toAbsolutePath().relativize(folder).toString().replace('/', '.');
                unit.accept(new MainMessages(), rooms.computeIfAbsent(room, any -> new TreeSet<>()));
            }
        }
        rooms.values().removeIf(Set::isEmpty);
        return rooms;
    }

    @Override
    public Void visitNewClass(NewClassTree call, Set<String> texts) {
        add(name(call.getIdentifier()), call.getArguments(), texts);
        return super.visitNewClass(call, texts);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Set<String> texts) {
        add(name(call.getMethodSelect()), call.getArguments(), texts);
        return super.visitMethodInvocation(call, texts);
    }

    @Override
    public Void visitAnnotation(AnnotationTree annotation, Set<String> texts) {
        for (ExpressionTree argument : annotation.getArguments()) {
            if (argument instanceof AssignmentTree assignment
                    && HELP.contains(assignment.getVariable().toString())) {
                ExpressionTree value = assignment.getExpression();
                List<? extends ExpressionTree> lines =
                        value instanceof NewArrayTree array ? array.getInitializers() : List.of(value);
                lines.forEach(line -> texts(line).forEach(text -> add(text, texts)));
            }
        }
        return super.visitAnnotation(annotation, texts);
    }

    private static String name(Tree called) {
        return called instanceof MemberSelectTree select
                ? select.getIdentifier().toString()
                : called.toString();
    }

    private static void add(String name, List<? extends ExpressionTree> arguments, Set<String> texts) {
        if (TAKE_TEXT.contains(name)) {
            arguments.forEach(argument -> texts(argument).forEach(text -> add(text, texts)));
        }
    }

    /** A text of one word is a name. */
    private static void add(String text, Set<String> texts) {
        if (text.matches("(?s).*[a-z]{2,}.*") && text.strip().contains(" ")) {
            texts.add(text.replace("\n", "\\n"));
        }
    }

    /** The texts that an expression can be: both of a conditional one. */
    private static List<String> texts(ExpressionTree expression) {
        if (expression instanceof ParenthesizedTree inner) {
            return texts(inner.getExpression());
        }
        if (expression instanceof LiteralTree literal && literal.getValue() instanceof String text) {
            return List.of(text);
        }
        if (expression instanceof ConditionalExpressionTree choice) {
            return Stream.concat(
                            texts(choice.getTrueExpression()).stream(), texts(choice.getFalseExpression()).stream())
                    .toList();
        }
        if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            List<String> both = new ArrayList<>();
            for (String left : texts(sum.getLeftOperand())) {
                for (String right : texts(sum.getRightOperand())) {
                    both.add((left + right).replaceAll("…+", "…"));
                }
            }
            return both;
        }
        return List.of("…");
    }
}
