package org.mentoringcommons.deploy.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The infrastructure without services, started once for all test classes that ask for a {@link Stack}. */
final class SharedStack implements BeforeAllCallback, ParameterResolver {
    private static Stack stack;
    private static Path data;

    @Override
    public synchronized void beforeAll(ExtensionContext context) {
        if (stack == null) {
            quiet();
            data = fresh();
            stack = new Stack(Settings.forTest(data).withServices(), new Progress(new PrintStream(System.out))).start();
            context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).put(SharedStack.class, (AutoCloseable)
                    stack::close);
        }
    }

    static Path data() {
        return data;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return stack;
    }

    private static void quiet() {
        try {
            Logging.quiet();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Below target, not below /tmp: its logs are what explains a failure afterwards. */
    private static Path fresh() {
        try {
            Path parent = Files.createDirectories(Path.of("target", "stacks"));
            return Files.createTempDirectory(parent.toAbsolutePath(), "stack");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
