package vn.cchc.benchmark;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import vn.cchc.system.stack.RunningStack;

/**
 * {@code ./mvnw verify -Pbenchmark -pl benchmark -am}: the table of docs/performance.md. Ours and the peers are
 * measured by turns, on the same machine in the same run. It needs Debian's packages wrk, nginx and postgresql
 * (pgbench), and leaves out the rows of those that are missing.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PerformanceBenchmark {

    private static final Table TABLE = new Table();
    private static RunningStack stack;

    @BeforeAll
    static void startInfrastructure() throws IOException {
        stack = RunningStack.infrastructure();
        System.setProperty("cchc.identity.url", stack.address("identity"));
    }

    @AfterAll
    static void print() throws IOException {
        stack.close();
        TABLE.print();
    }

    @Test
    @Order(0)
    void start() throws Exception {
        new StartRows(TABLE).measure();
    }

    @Test
    @Order(1)
    void gateway() throws Exception {
        require("gateway", "wrk", "nginx");
        try (var rows = new GatewayRows(stack, TABLE)) {
            rows.measure();
        }
    }

    @Test
    @Order(2)
    void services() throws Exception {
        require("services", "wrk");
        try (var rows = new ServiceRows(stack, TABLE)) {
            rows.measure();
        }
    }

    private static void require(String rows, String... tools) {
        for (String tool : tools) {
            if (!Machine.has(tool)) {
                TABLE.leaveOut(rows, tool + " is not on this machine");
            }
            assumeTrue(Machine.has(tool), tool);
        }
    }
}
