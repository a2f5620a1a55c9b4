package io.github.bkerrcode.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Writes logs of any size in the layouts of bk-job, the ESB, cmdb (glog), nginx and JSON loggers, interleaved. About one line in thirty
 * carries codes; the others are full of numbers, one line in five has one that looks like a code. The same seed and size give the same bytes.
 *
 * <p>Every code stands free of ASCII letters and digits, so that a pattern tool finds it too, and in a form that the README promises to
 * find. What was planted is written beside the logs.
 */
public final class CorpusGenerator {

    /** Records with a code, of a hundred; some records have two lines. */
    private static final int PERCENT_WITH_CODES = 4;

    private static final int DIRECTORY_ENTRIES = 100;
    private static final long MEBIBYTE = 1L << 20;

    private static final String[] JOB_CODES = {
        "1250001", "1250002", "1252001", "1255001", "1259001", "1210001", "1210101", "1211001", "1211002", "1213001",
        "1213002", "1209801", "1209803", "1209995", "1209999", "1201000", "1207101", "1239996", "1239999", "1239803"
    };
    private static final String[] ESB_CODES = {
        "1306001", "1306201", "1306202", "1306203", "1306204", "1306205", "1306401", "1306402", "1306403", "1306406",
        "1306429"
    };
    private static final String[] CMDB_CODES = {"1199014", "1199015", "1110056", "1101080", "1199998", "1104600"};
    private static final String[] PAAS3_CODES = {
        "4311001", "4311003", "4311007", "4311008", "4312001", "4312011", "4313010", "4313021", "4313022", "4314002"
    };
    private static final String[] FLAGS = {
        "E1301001_BASE_SETTINGS_ERROR",
        "E1301002_BASE_DATABASE_ERROR",
        "E1301004_BASE_REDIS_ERROR",
        "E1301200_DEPENDENCE_REDIS_ERROR",
        "E1302005_BASE_LICENSE_ERROR",
        "E1304201_RABBITMQ_ERROR"
    };
    private static final String[] GATEWAY_CODES = {
        "APIGW_LACK_PARAMS",
        "APIGW_KEY_NOT_EXITST",
        "APIGW_KEY_DISABLED",
        "APIGW_SIGN_RESULT_NOT_SAME",
        "APIGW_ROLE_NOT_ALLOWED",
        "APIGW_SERVICE_NOT_FOUND",
        "APIGW_UPSTREAM_RESET",
        "APIGATEWAY_SWAGGER_PARSE_ERROR"
    };

    private static final String[] OPERATORS = {"ops_chen", "ops_liu", "dev_zhao", "admin", "ops_wang"};
    private static final String[] JOB_THREADS = {
        "scheduling-1", "http-nio-10503-exec-4", "job-event-executor-2", "step-event-executor-1", "result-handle-3"
    };
    private static final String[] JOB_LOGGERS = {
        "c.t.b.j.execute.monitor.TaskMonitor",
        "c.t.b.j.execute.service.TaskExecuteServiceImpl",
        "c.t.b.j.execute.engine.StepListener",
        "c.t.b.j.common.redis.util.LockUtils"
    };
    private static final String[] ESB_PLACES = {
        "esb/utils/api_runtime.py 88 dispatch",
        "esb/response.py 31 format_resp",
        "esb/utils/user.py 76 get_current_user"
    };
    private static final String[] CMDB_PLACES = {"service.go:112", "watch.go:88", "host.go:412", "auth.go:203"};
    private static final String[] PATHS = {
        "/console/",
        "/api/c/compapi/v2/cc/search_business/",
        "/api/v3/hosts/list_hosts_without_app",
        "/healthz/",
        "/static/js/vendor.js"
    };
    private static final String[] AGENTS = {
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
        "kube-probe/1.28",
        "python-requests/2.32.3"
    };

    private final SplittableRandom random;
    private final NaiveCount naive = new NaiveCount();
    private final Map<String, Long> planted = new TreeMap<>();
    private long linesWithCodes;
    private long detections;

    private LocalDateTime second = LocalDateTime.of(2025, 10, 24, 6, 0);
    private int millis;
    private String date = "";
    private String glogDate = "";
    private String nginxDate = "";
    private String time = "";

    private CorpusGenerator(long seed) {
        random = new SplittableRandom(seed);
        moveTo(second);
    }

    /**
     * Writes {@code corpus.log}, the same records spread over small files below {@code pieces}, and {@code planted.tsv}: a name or a
     * code, a tab, and how often it must be found.
     *
     * @param args an existing directory, the size in MiB, the seed, and how many small files to write
     * @throws IOException if something cannot be written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 4) {
            System.err.println("usage: CorpusGenerator DIRECTORY MEBIBYTES SEED PIECES");
            System.exit(2);
        }
        new CorpusGenerator(Long.parseLong(args[2]))
                .write(Path.of(args[0]), Long.parseLong(args[1]) * MEBIBYTE, Integer.parseInt(args[3]));
    }

    private void write(Path directory, long size, int pieces) throws IOException {
        long written = 0;
        try (OutputStream whole = open(directory.resolve("corpus.log"))) {
            for (int i = 0; i < pieces; i++) {
                Path group = directory.resolve("pieces").resolve("host-" + i / DIRECTORY_ENTRIES);
                Files.createDirectories(group);
                try (OutputStream piece = open(group.resolve("app-" + i + ".log"))) {
                    long end = size * (i + 1) / pieces;
                    while (written < end) {
                        byte[] record = next();
                        whole.write(record);
                        piece.write(record);
                        written += record.length;
                    }
                }
            }
        }
        Files.writeString(directory.resolve("planted.tsv"), counts());
    }

    private static OutputStream open(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    private String counts() {
        StringBuilder text = new StringBuilder();
        line(text, "lines", naive.lines());
        line(text, "linesWithCodes", linesWithCodes);
        line(text, "detections", detections);
        line(text, "tokens", naive.tokens());
        line(text, "linesWithTokens", naive.linesWithTokens());
        line(text, "sevens", naive.sevens());
        planted.forEach((code, count) -> line(text, code, count));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, long count) {
        text.append(name).append('\t').append(count).append('\n');
    }

    /** The next record, one line or two. */
    private byte[] next() {
        advance();
        boolean withCode = random.nextInt(100) < PERCENT_WITH_CODES;
        int share = random.nextInt(100);
        String record;
        if (share < 35) {
            record = job(withCode);
        } else if (share < 50) {
            record = esb(withCode);
        } else if (share < 65) {
            record = cmdb(withCode);
        } else if (share < 80) {
            record = nginx(withCode);
        } else {
            record = json(withCode);
        }
        byte[] bytes = (record + "\n").getBytes(StandardCharsets.UTF_8);
        naive.add(bytes);
        return bytes;
    }

    // ---- Layouts
    // -----------------------------------------------------------------------------------------------------

    private String job(boolean withCode) {
        return "[" + date + " " + time + "." + padded(millis, 3) + "] " + (withCode ? "ERROR" : " INFO")
                + " [job-execute,"
                + hex(32) + "," + hex(16) + "] 20412 --- [" + one(JOB_THREADS) + "] " + one(JOB_LOGGERS) + " : "
                + (withCode ? jobFailure() : jobMessage());
    }

    private String jobMessage() {
        return switch (random.nextInt(7)) {
            case 0 ->
                "running task count: " + below(90) + ", gse task queue: " + below(9) + ", result handle queue: "
                        + below(40);
            case 1 ->
                "Create job instance success, jobInstanceId=" + number() + ", bizId=" + below(900) + ", operator="
                        + one(OPERATORS);
            case 2 -> "Start step, stepInstanceId=" + number() + ", executeCount=0, target hosts: " + below(600);
            case 3 -> "文件分发完成，共处理 " + number() + " 条，耗时 " + below(9000) + " ms";
            case 4 -> "upload finished, " + number() + " bytes, took " + number() + " us, gse task " + hex(24);
            case 5 -> "作业执行成功，执行人 " + one(OPERATORS) + "，目标主机 " + host() + "，步骤 " + below(9) + "/9";
            default ->
                "Pull log of " + host() + ", offset=" + (1_000_000_000_000L + number())
                        + ", state UNKNOWN -> CONNECTED";
        };
    }

    private String jobFailure() {
        String code = one(JOB_CODES);
        return switch (random.nextInt(7)) {
            case 0 ->
                "Query hosts fail: ServiceException(errorType=TIMEOUT, errorCode=" + plant(code)
                        + ", errorParams=null)";
            case 1 ->
                "Handle exception, response: {\"result\":false,\"code\":" + plant(code)
                        + ",\"message\":\"系统内部异常\",\"data\":null}";
            case 2 -> "Get lock fail, key=job:execute:lock:3, errorCode: " + plant(code) + ", errorMsg: Redis 服务不可用";
            case 3 ->
                "job response {\\\"result\\\": false, \\\"code\\\": " + plant(code)
                        + ", \\\"message\\\": \\\"没有操作权限\\\"}, jobInstanceId=" + seven();
            case 4 -> "作业平台通知失败，错误码：" + plant(code) + "，接收人 " + one(OPERATORS);
            case 5 -> "【" + plant(code) + "】 Rabbit MQ " + host() + ":5672 channel shutdown, event dropped";
            default ->
                "send mail fail, resp={'result': False, 'code': " + plant(one(ESB_CODES))
                        + ", 'message': 'SMTP server refused'}; 作业平台通知也失败，错误码：" + plantOnSameLine(code) + "，receivers="
                        + one(OPERATORS);
        };
    }

    private String esb(boolean withCode) {
        return (withCode ? "ERROR" : "INFO") + " [" + date + " " + time + "," + padded(millis, 3)
                + "] /data/bkee/open_paas/esb/"
                + one(ESB_PLACES) + " 21345 " + (139_872_000_000_000L + below(1_000_000_000)) + " \n \t "
                + (withCode ? esbFailure() : esbMessage());
    }

    private String esbMessage() {
        return switch (random.nextInt(3)) {
            case 0 -> "GET " + one(PATHS) + " app_code=bk_sops status=200 cost=" + below(3000) + "ms";
            case 1 ->
                "GET /api/c/compapi/v2/job/get_job_instance_log/?job_instance_id=" + number() + " bk_biz_id=" + number()
                        + " content_length=" + number();
            default -> "用户 " + one(OPERATORS) + " 登录成功，来自 " + host() + "，request_id=" + hex(32);
        };
    }

    private String esbFailure() {
        String code = one(ESB_CODES);
        return switch (random.nextInt(6)) {
            case 0 ->
                plant(code) + " Error occured when requesting http://" + host()
                        + ":33031/api/v3/biz/search/0, error: timed out (read timeout=10), request_id=" + hex(32);
            case 1 -> "resp: {'result': False, 'code': " + plant(code) + ", 'message': '用户权限不足', 'data': None}";
            case 2 -> "请求未通过认证，错误码：" + plant(code) + "，bk_token expired, path=/v2/gse/get_agent_status/";
            case 3 -> "redirect to /error/?code=" + plant(code) + "&request_id=" + hex(32);
            case 4 ->
                "app bk_sops is limited on /v2/job/get_job_instance_status/, err_code: " + plant(code)
                        + ", limit 100/min";
            default -> "healthz: {\"ok\": false, \"flag\": \"" + plantFlag(one(FLAGS)) + "\"}, retry in 30s";
        };
    }

    private String cmdb(boolean withCode) {
        return (withCode ? "E" : "I") + glogDate + " " + time + "." + padded(millis * 1000 + below(1000), 6) + " "
                + number() + " " + one(CMDB_PLACES) + "] " + (withCode ? cmdbFailure() : cmdbMessage()) + ", rid: cc"
                + hex(32);
    }

    private String cmdbMessage() {
        return switch (random.nextInt(4)) {
            case 0 -> "GET " + one(PATHS) + " app=bk_job user=" + one(OPERATORS) + " cost: " + below(9000) + "ms";
            case 1 -> "event watch cursor of host saved, bk_resource host, cursor id " + number();
            case 2 -> "alloc " + number() + " KB, goroutines " + below(5000) + ", gc pause " + below(5000) + " us";
            default -> "同步主机 " + host() + " 到业务 " + below(900) + " 成功, bk_host_id: " + number();
        };
    }

    private String cmdbFailure() {
        String code = one(CMDB_CODES);
        return switch (random.nextInt(4)) {
            case 0 ->
                "read permission cache failed, resp: {\"result\":false,\"bk_error_code\":" + plant(code)
                        + ",\"bk_error_msg\":\"redis operation failed\",\"data\":null}";
            case 1 -> "insert audit log failed, error_code: " + plant(code) + ", mongodb " + host() + ":27017 timeout";
            case 2 -> "iam 返回无权限，错误码：" + plant(code) + "，action=edit_biz_host user=" + one(OPERATORS);
            default ->
                "update host failed, bk_host_id: " + seven() + ", err: {\"bk_error_code\": \"" + plant(code)
                        + "\", \"bk_error_msg\": \"update host instance failed\"}";
        };
    }

    private String nginx(boolean withCode) {
        String path = withCode ? "/error/?code=" + plant(one(ESB_CODES)) + "&request_id=" + hex(32) : one(PATHS);
        return host() + " - - [" + nginxDate + ":" + time + " +0800] \"GET " + path + " HTTP/1.1\" 200 " + number()
                + " \"-\" \"" + one(AGENTS) + "\" 0." + padded(below(1000), 3) + " conn=" + number() + " rid="
                + hex(32);
    }

    private String json(boolean withCode) {
        return random.nextBoolean() ? gateway(withCode) : paas3(withCode);
    }

    private String gateway(boolean withCode) {
        String head =
                "{\"level\":\"" + (withCode ? "error" : "info") + "\",\"ts\":" + second.toEpochSecond(ZoneOffset.UTC)
                        + "." + padded(millis, 3) + ",\"logger\":\"access\",\"msg\":\"-\",\"request_id\":\"" + hex(32)
                        + "\",\"app_code\":\"bk_sops\",\"gateway\":\"bk-job\",\"method\":\"POST\",\"client_ip\":\""
                        + host() + "\"";
        if (!withCode) {
            return head + ",\"status\":200,\"duration_ms\":" + below(3000) + ",\"code_name\":\"\",\"body_bytes\":"
                    + number() + "}";
        }
        String code = plant(one(GATEWAY_CODES));
        return random.nextBoolean()
                ? head + ",\"status\":401,\"code_name\":\"" + code + "\",\"error\":\"bk_app_secret is missing\"}"
                : head + ",\"status\":502,\"error\":{\"code\":\"" + code + "\",\"message\":\"网关错误\"}}";
    }

    private String paas3(boolean withCode) {
        return "{\"levelname\": \"" + (withCode ? "ERROR" : "INFO") + "\", \"asctime\": \"" + date + " " + time + ","
                + padded(millis, 3) + "\", \"name\": \"paasng.platform.engine.views\", \"lineno\": " + below(400)
                + ", \"request_id\": \"" + hex(32) + "\", \"message\": \""
                + (withCode ? paas3Failure() : paas3Message())
                + "\", \"extra\": {\"app_code\": \"report-saas\", \"bytes\": " + number() + "}}";
    }

    private String paas3Message() {
        return switch (random.nextInt(3)) {
            case 0 -> "list deployments of demo-saas, total " + below(100);
            case 1 -> "开始部署应用 report-saas，版本 1." + below(9) + "." + below(30) + "，操作人 " + one(OPERATORS);
            default ->
                "start deploy, deployment_id=" + hex(8) + "-" + hex(4) + "-" + hex(4) + "-" + hex(12) + ", revision="
                        + hex(12);
        };
    }

    private String paas3Failure() {
        String code = one(PAAS3_CODES);
        return switch (random.nextInt(4)) {
            case 0 -> "APIError(code=" + plant(code) + ", detail='获取集群信息失败'), timeout=10";
            case 1 -> "APIError: " + plant(code) + " 资源池为空, plan=shared-2g";
            case 2 -> "response 400: {\\\"code\\\": " + plant(code) + ", \\\"detail\\\": \\\"部署失败\\\"}";
            default -> "上传源码包到 bkrepo 失败，返回码：" + plant(code);
        };
    }

    // ---- Codes
    // -------------------------------------------------------------------------------------------------------

    /** Counts the first code of a line, and gives it back. */
    private String plant(String code) {
        linesWithCodes++;
        return plantOnSameLine(code);
    }

    private String plantOnSameLine(String code) {
        detections++;
        planted.merge(code, 1L, Long::sum);
        return code;
    }

    /** A flag is counted under its number. */
    private String plantFlag(String flag) {
        plant(flag.substring(1, 8));
        return flag;
    }

    // ---- Parts
    // -------------------------------------------------------------------------------------------------------

    private void advance() {
        millis += below(21);
        if (millis >= 1000) {
            millis -= 1000;
            moveTo(second.plusSeconds(1));
        }
    }

    private void moveTo(LocalDateTime to) {
        second = to;
        date = DateTimeFormatter.ISO_LOCAL_DATE.format(to);
        glogDate = date.substring(5, 7) + date.substring(8);
        nginxDate = DateTimeFormatter.ofPattern("dd/MMM/yyyy", Locale.ENGLISH).format(to);
        time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).format(to);
    }

    /** A number of seven digits that means something else; every other one is equal to a code. */
    private int seven() {
        if (random.nextBoolean()) {
            return Integer.parseInt(one(random.nextBoolean() ? JOB_CODES : ESB_CODES));
        }
        return random.nextInt(1_000_000, 10_000_000);
    }

    /** A number of any length; one in four has seven digits. */
    private int number() {
        if (random.nextInt(4) == 0) {
            return seven();
        }
        return random.nextBoolean() ? random.nextInt(10, 1_000_000) : random.nextInt(10_000_000, 1_000_000_000);
    }

    private int below(int bound) {
        return random.nextInt(bound);
    }

    private String one(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String host() {
        return "10.0." + below(16) + "." + below(250);
    }

    private String hex(int length) {
        StringBuilder digits = new StringBuilder(length);
        long bits = 0;
        for (int i = 0; i < length; i++) {
            bits = i % 16 == 0 ? random.nextLong() : bits >>> 4;
            digits.append(Character.forDigit((int) (bits & 0xf), 16));
        }
        return digits.toString();
    }

    private static String padded(int number, int length) {
        String digits = Integer.toString(number);
        return "0".repeat(length - digits.length()) + digits;
    }
}
