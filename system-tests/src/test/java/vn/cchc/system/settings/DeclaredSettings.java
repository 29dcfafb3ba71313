package vn.cchc.system.settings;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;

/** Reads the settings of a module from its sources: the interfaces with {@code @ConfigMapping}, their defaults and comments. */
class DeclaredSettings {

    private static final Map<String, String> TYPES = Map.of("Duration", "duration", "MemorySize", "size", "int", "number",
            "Integer", "number", "double", "number", "boolean", "true or false", "URI", "address", "String",
            "text");
    private static final Pattern PROPERTY = Pattern.compile("@ConfigProperty\\(name = \"(cchc\\.[^\"]+)\"");

    private static final Pattern CONSTRAINT = Pattern.compile("import [\\w.]+\\.constraints\\.");

    private final String component;
    private final Path module;
    private final Properties values;
    private final List<Setting> found = new ArrayList<>();
    private DocTrees docs;
    private Map<String, TreePath> interfaces;

    DeclaredSettings(String component, Path module) {
        this.component = component;
        this.module = module;
        this.values = values(module.resolve("src/main/resources"));
    }

    List<Setting> read() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            Iterable<? extends JavaFileObject> sources = files
                    .getJavaFileObjectsFromPaths(sources("@ConfigMapping(").toList());
            if (sources.iterator().hasNext()) {
                var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, sources);
                docs = DocTrees.instance(task);
                for (CompilationUnitTree unit : task.parse()) {
                    read(unit);
                }
            }
        }
        return found;
    }

    /** The names that a component sets for itself, and that no interface declares. */
    List<String> properties() throws IOException {
        return sources("@ConfigProperty(").map(DeclaredSettings::text)
                .flatMap(source -> PROPERTY.matcher(source).results().map((MatchResult name) -> name.group(1))).distinct()
                .toList();
    }

    /** The files whose settings have constraints of Bean Validation. */
    List<Path> constrained() throws IOException {
        return sources("@ConfigMapping(").filter(source -> CONSTRAINT.matcher(text(source)).find()).toList();
    }

    private Stream<Path> sources(String containing) throws IOException {
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java") && text(file).contains(containing)).sorted().toList()
                    .stream();
        }
    }

    private void read(CompilationUnitTree unit) {
        List<TreePath> all = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void nothing) {
                all.add(getCurrentPath());
                return super.visitClass(type, nothing);
            }
        }.scan(unit, null);
        interfaces = all.stream().collect(toMap(path -> ((ClassTree) path.getLeaf()).getSimpleName().toString(), path -> path));
        all.forEach(path -> annotation(((ClassTree) path.getLeaf()).getModifiers().getAnnotations(), "ConfigMapping")
                .ifPresent(prefix -> group(path, prefix)));
    }

    private void group(TreePath type, String prefix) {
        for (Tree member : ((ClassTree) type.getLeaf()).getMembers()) {
            if (member instanceof MethodTree method) {
                member(new TreePath(type, method), method, prefix);
            }
        }
    }

    private void member(TreePath path, MethodTree method, String prefix) {
        var annotations = method.getModifiers().getAnnotations();
        String name = prefix + "." + annotation(annotations, "WithName").orElseGet(() -> kebab(method.getName().toString()));
        Tree type = method.getReturnType();
        boolean optional = is(type, "Optional");
        if (optional) {
            type = argument(type, 0);
        }
        if (is(type, "Map")) {
            name += ".*";
            type = argument(type, 1);
            optional = true;
        }
        TreePath nested = interfaces.get(plain(type).toString());
        if (nested != null) {
            group(nested, name);
            return;
        }
        String initial = Optional.ofNullable(values.getProperty(name)).or(() -> annotation(annotations, "WithDefault"))
                .orElse(null);
        found.add(new Setting(name, component, typeName(type), initial, optional, meaning(path, name)));
    }

    private String meaning(TreePath path, String name) {
        String comment = docs.getDocComment(path);
        if (comment == null) {
            throw new IllegalStateException(name + " has no comment that says what it means");
        }
        return comment.strip().replaceAll("\\s+", " ").replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link ([^}]*)}", "`$1`");
    }

    private static String typeName(Tree type) {
        if (is(type, "List")) {
            return "list of " + typeName(argument(type, 0)).replaceAll("text|code", "$0s");
        }
        String name = plain(type).toString();
        return TYPES.getOrDefault(name, "code");
    }

    private static Tree plain(Tree type) {
        return type instanceof AnnotatedTypeTree annotated ? annotated.getUnderlyingType() : type;
    }

    private static boolean is(Tree type, String generic) {
        return type instanceof ParameterizedTypeTree parameterized && parameterized.getType().toString().equals(generic);
    }

    private static Tree argument(Tree type, int number) {
        return plain(((ParameterizedTypeTree) type).getTypeArguments().get(number));
    }

    /** The value of an annotation with one text. */
    private static Optional<String> annotation(List<? extends AnnotationTree> annotations, String name) {
        return annotations.stream().filter(each -> each.getAnnotationType().toString().equals(name))
                .map(each -> each.getArguments().get(0))
                .map(value -> value instanceof AssignmentTree named ? named.getExpression() : value)
                .map(value -> String.valueOf(((LiteralTree) value).getValue())).findFirst();
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase();
    }

    private static Properties values(Path resources) {
        Properties all = new Properties();
        for (String file : List.of("META-INF/microprofile-config.properties", "application.properties")) {
            if (Files.exists(resources.resolve(file))) {
                try (Reader reader = Files.newBufferedReader(resources.resolve(file))) {
                    all.load(reader);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return all;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
