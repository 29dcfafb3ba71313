package vn.cchc.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** The port that each part has in this run. */
record Ports(Map<Port, Integer> chosen) {

    /** Below those that systems give to outgoing connections, one of which could open between the check and the start. */
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    Ports {
        if (chosen.size() != Port.values().length) {
            throw new IllegalArgumentException("a part has no port: " + chosen);
        }
        if (chosen.values().stream().distinct().count() < chosen.size()) {
            throw new ComponentFailure("two parts are given the same port: " + chosen);
        }
    }

    static Ports from(Map<String, String> environment) {
        Map<Port, Integer> chosen = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            int wanted = number(port, environment.getOrDefault(port.variable(), "" + port.usual));
            chosen.put(port, wanted == 0 ? freeBeside(chosen.values()) : wanted);
        }
        return new Ports(chosen);
    }

    private static int number(Port port, String value) {
        if (value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65_535) {
            return Integer.parseInt(value);
        }
        throw new ComponentFailure(port.variable() + " is no port: " + value);
    }

    private static int freeBeside(Collection<Integer> others) {
        int port = free();
        return others.contains(port) ? freeBeside(others) : port;
    }

    static int free() {
        return new Random().ints(LOWEST, HIGHEST).filter(port -> !isTaken(port)).findFirst().orElseThrow();
    }

    int of(Port port) {
        return chosen.get(port);
    }

    String at(Port port) {
        return "localhost:" + of(port);
    }

    void requireFree(Collection<Port> needed) {
        String taken = needed.stream().filter(port -> isTaken(of(port)))
                .map(port -> "port %d of %s (%s=…)".formatted(of(port), port.part, port.variable()))
                .collect(Collectors.joining(", "));
        if (!taken.isEmpty()) {
            throw new ComponentFailure("already in use: " + taken + "; nothing was started");
        }
    }

    // Each address of localhost: another program on ::1 would receive calls meant for the stack.
    static boolean isTaken(int port) {
        try {
            for (InetAddress address : InetAddress.getAllByName("localhost")) {
                try (ServerSocket socket = new ServerSocket()) {
                    socket.bind(new InetSocketAddress(address, port));
                }
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
