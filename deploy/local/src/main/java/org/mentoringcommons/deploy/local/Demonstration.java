package org.mentoringcommons.deploy.local;

/**
 * Fills a running stack through its public APIs and shows what comes out. Found by {@link java.util.ServiceLoader},
 * called once at every start, after all services are ready, unless the stack is to stay empty.
 */
public interface Demonstration {
    /**
     * Feeds what is not there yet and prints the comparison. After a first complete run,
     * {@link RunningStack#earlier()} says what that run made.
     *
     * @return what {@code stack.json} shall show; the launcher adds the operator
     * @throws LaunchFailure if the stack cannot be filled; the launch then stops with its message
     */
    Demonstrated run(RunningStack stack, Progress progress);
}
