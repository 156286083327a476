package dev.trailwise.oracle;

import io.trino.metadata.HandleResolver;
import io.trino.server.PluginClassLoader;
import io.trino.server.PluginManager;
import io.trino.spi.Plugin;
import io.trino.spi.classloader.ThreadContextClassLoader;
import io.trino.spi.connector.Connector;
import io.trino.spi.connector.ConnectorContext;
import io.trino.spi.connector.ConnectorFactory;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Trino's Hive connector over local files, from the unpacked plugin, in the class loader that Trino gives plugins. */
final class HivePlugin implements Plugin {
    private final PluginClassLoader loader;
    private final Path files;

    /**
     * Loads the plugin.
     *
     * @param jars the folder with its jars
     * @param files the folder that {@code local:///} means
     */
    HivePlugin(Path jars, Path files, HandleResolver handles) throws IOException {
        List<URL> urls = new ArrayList<>();
        try (Stream<Path> found = Files.walk(jars)) {
            for (Path jar : found.filter(path -> path.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                urls.add(url(jar));
            }
        }
        this.loader = PluginManager.createClassLoader("hive", urls);
        this.files = files;
        handles.registerClassLoader(loader);
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }

    @Override
    public Iterable<ConnectorFactory> getConnectorFactories() {
        return List.of(new Factory());
    }

    private final class Factory implements ConnectorFactory {
        @Override
        public String getName() {
            return "hive";
        }

        @Override
        public Connector create(String catalog, Map<String, String> config, ConnectorContext context) {
            try (ThreadContextClassLoader ignored = new ThreadContextClassLoader(loader)) {
                Class<?> module = loader.loadClass("com.google.inject.Module");
                Class<?> modules = loader.loadClass("com.google.inject.util.Modules");
                Object fileSystem = loader.loadClass("io.trino.filesystem.local.LocalFileSystemFactory")
                        .getConstructor(Path.class)
                        .newInstance(files);
                Method create = loader.loadClass("io.trino.plugin.hive.InternalHiveConnectorFactory")
                        .getMethod(
                                "createConnector",
                                String.class,
                                Map.class,
                                ConnectorContext.class,
                                module,
                                Optional.class,
                                Optional.class,
                                Optional.class);
                return (Connector) create.invoke(
                        null,
                        catalog,
                        config,
                        context,
                        modules.getField("EMPTY_MODULE").get(null),
                        Optional.empty(),
                        Optional.of(fileSystem),
                        Optional.empty());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the Hive connector does not start", e);
            }
        }
    }
}
