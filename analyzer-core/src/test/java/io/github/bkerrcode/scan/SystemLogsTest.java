package io.github.bkerrcode.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.code.ErrorCode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Ordinary system logs, full of seven-digit numbers, every second one of which happens to be listed: none is an error code. The layouts are
 * those of HDFS, Hadoop, Spark, OpenStack, the Linux kernel, sshd, ZooKeeper, supercomputers, Android, Kubernetes and nginx.
 */
class SystemLogsTest {

    private static final int LINES = 40_000;
    private static final String NUMBER = "#";

    private static final String[] LAYOUTS = {
        "081109 203615 148 INFO dfs.DataNode$PacketResponder: PacketResponder 1 for block blk_## terminating",
        "081109 204655 556 INFO dfs.DataNode$PacketResponder: Received block blk_# of size # from /10.250.14.224",
        "081111 031222 28 WARN dfs.DataNode$DataXceiver: 10.251.126.5:50010:Got exception while serving blk_-## to /10.251.126.5: size #",
        "2017-05-16 00:00:04.500 # INFO nova.compute.manager [req-3ea4052c - - -] [instance: b9000564] VM Started (Lifecycle Event)",
        "2017-05-16 00:00:00.008 # ERROR nova.osapi_compute.wsgi.server 10.11.10.1 \"GET /v2/#/servers HTTP/1.1\" status: 500 len: # time: 0.24",
        "Jun 14 15:16:02 combo kernel: Out of memory: Killed process # (java), UID 0, total-vm:#kB, anon-rss:#kB",
        "Jun 14 15:16:02 combo sshd(pam_unix)[#]: authentication failure; logname= uid=0 euid=0 tty=NODEVssh rhost=218.188.2.4",
        "17/06/09 20:10:45 INFO storage.BlockManager: Found block rdd_#_24 locally, size # bytes, free # B",
        "2015-10-18 18:01:50,572 ERROR [RMCommunicator Allocator] o.a.h.RMContainerAllocator: failed after # ms, attempt_#_0004, taskAttempt #",
        "2015-07-29 17:41:44,747 - WARN  [SendWorker:188978561024:QuorumCnxManager@#] - Interrupted while waiting, zxid: 0x#, offset #",
        "- 1131566461 2005.11.09 dn228 Nov 9 12:01:01 dn228/dn228 crond(pam_unix)[#]: session closed, error count #",
        "RAS KERNEL FATAL data TLB error interrupt, address #, cycle #, ddr errors # detected and corrected",
        "03-17 16:13:38.811  1702  2395 D WindowManager: opening app wtoken = AppWindowToken{9f4ef63 token=#}, failed for uid #",
        "E0312 10:00:00.000000 # reflector.go:138] Failed to watch *v1.Pod: too old resource version: # (#)",
        "[error] ##0: upstream timed out (110: Connection timed out) while reading, bytes #, request: \"GET /f/#/x HTTP/1.1\"",
        "ERROR job # failed: row # of table # not found after # us, id=#, task_id=#, state UNKNOWN -> FAILED",
        "{\"level\":\"error\",\"msg\":\"write failed\",\"size\":#,\"user_id\":#,\"total\":\"#\",\"elapsed_us\":#}"
    };

    @Test
    void haveNoErrorCodes() {
        List<String> listed = Catalog.builtIn().entries().stream()
                .map(entry -> entry.code())
                .filter(code -> code.kind() == ErrorCode.Kind.NUMERIC)
                .map(ErrorCode::token)
                .toList();
        CodeScanner scanner = CodeScanner.create(Catalog.builtIn(), RuleSet.builtIn(), Confidence.MEDIUM);
        Random random = new Random(3);

        for (int i = 0; i < LINES; i++) {
            String line = line(random, listed);
            assertThat(scanner.detect(line)).as(line).isEmpty();
        }
    }

    private static String line(Random random, List<String> listed) {
        StringBuilder line = new StringBuilder();
        for (char c : LAYOUTS[random.nextInt(LAYOUTS.length)].toCharArray()) {
            if (NUMBER.indexOf(c) < 0) {
                line.append(c);
            } else if (random.nextBoolean()) {
                line.append(listed.get(random.nextInt(listed.size())));
            } else {
                line.append(1_000_000 + random.nextInt(4_000_000));
            }
        }
        return line.toString();
    }
}
