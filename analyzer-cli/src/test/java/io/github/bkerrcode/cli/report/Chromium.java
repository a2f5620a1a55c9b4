package io.github.bkerrcode.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A headless Chromium with one page, spoken to in the DevTools protocol. It is driven as a reader would: by keys, and by the mouse at
 * places of the page.
 */
final class Chromium implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What the page said or asked for that a quiet page does not. */
    private static final List<String> NOTEWORTHY =
            List.of("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded");

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers;
    private final List<JsonNode> events;

    private Chromium(Process process, WebSocket socket, Incoming incoming) {
        this.process = process;
        this.socket = socket;
        this.answers = incoming.answers;
        this.events = incoming.events;
    }

    /** Looks for the program on the path. */
    static Optional<Path> find() {
        return NAMES.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts the program with a profile of its own in the directory. */
    static Chromium start(Path program, Path directory) throws IOException, InterruptedException {
        Path profile = directory.resolve("profile");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        // The tests open files of their own; as root the sandbox does not start.
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--hide-scrollbars",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("chromium.log").toFile())
                .start();
        HttpClient http = HttpClient.newHttpClient();
        Incoming incoming = new Incoming();
        WebSocket socket = http.newWebSocketBuilder()
                .buildAsync(page(http, port(profile.resolve("DevToolsActivePort"), process)), incoming)
                .join();
        Chromium chromium = new Chromium(process, socket, incoming);
        for (String domain : List.of("Page", "Runtime", "Log", "Network", "DOM")) {
            chromium.send(domain + ".enable", Map.of());
        }
        return chromium;
    }

    private static String port(Path file, Process process) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            if (Files.exists(file) && !Files.readAllLines(file).isEmpty()) {
                return Files.readAllLines(file).get(0);
            }
            Thread.sleep(50);
        }
        process.destroyForcibly();
        throw new IOException("chromium did not start; see chromium.log beside " + file.getParent());
    }

    private static URI page(HttpClient http, String port) throws IOException, InterruptedException {
        URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
        for (JsonNode target :
                JSON.readTree(http.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
                        .body())) {
            if (target.get("type").textValue().equals("page")) {
                return URI.create(target.get("webSocketDebuggerUrl").textValue());
            }
        }
        throw new IOException("chromium has no page");
    }

    /** Sorts what comes in into answers and events. */
    private static final class Incoming implements WebSocket.Listener {

        private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
        private final List<JsonNode> events = new CopyOnWriteArrayList<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                take(text.toString());
                text.setLength(0);
            }
            return WebSocket.Listener.super.onText(socket, part, last);
        }

        private void take(String message) {
            try {
                JsonNode json = JSON.readTree(message);
                if (json.has("id")) {
                    answers.computeIfAbsent(json.get("id").intValue(), id -> new CompletableFuture<>())
                            .complete(json);
                } else {
                    events.add(json);
                }
            } catch (IOException e) {
                throw new IllegalStateException(message, e);
            }
        }
    }

    private JsonNode send(String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = answers.computeIfAbsent(id, key -> new CompletableFuture<>());
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        socket.sendText(message.toString(), true).join();
        JsonNode answered =
                answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        if (answered.has("error")) {
            throw new IllegalStateException(method + ": " + answered.get("error"));
        }
        return answered.get("result");
    }

    /** Opens a file and waits until it has been loaded; forgets what pages before it said. */
    void open(Path file) throws InterruptedException {
        events.clear();
        send("Page.navigate", Map.of("url", file.toAbsolutePath().toUri().toString()));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end
                && events.stream()
                        .noneMatch(event -> event.get("method").textValue().equals("Page.loadEventFired"))) {
            Thread.sleep(20);
        }
        settle();
    }

    /** Waits until the page has done what was asked of it: events that it queues come before a frame after the next. */
    private void settle() {
        evaluate(
                "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))))");
    }

    /** What went wrong in the page: exceptions, messages on the console, and what its policy stopped. */
    List<String> complaints() {
        return events.stream()
                .filter(event -> NOTEWORTHY.contains(event.get("method").textValue()))
                .map(event -> event.get("params").toString())
                .toList();
    }

    /** What the page asked for beyond itself. */
    List<String> requests() {
        return events.stream()
                .filter(event -> event.get("method").textValue().equals("Network.requestWillBeSent"))
                .map(event -> event.get("params").get("request").get("url").textValue())
                .skip(1)
                .toList();
    }

    /** The value of an expression in the page, of a promise if it is one. */
    JsonNode evaluate(String expression) {
        JsonNode result =
                send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + result.get("exceptionDetails"));
        }
        return result.get("result").path("value");
    }

    /** The text of an element as it is laid out. */
    String text(String selector) {
        return evaluate("document.querySelector(" + JSON.valueToTree(selector) + ").innerText")
                .asText();
    }

    /** How many elements of the selector can be seen. */
    int count(String selector) {
        return evaluate("[...document.querySelectorAll(" + JSON.valueToTree(selector)
                        + ")].filter((e) => e.checkVisibility()).length")
                .asInt();
    }

    /** Clicks in the middle of an element, after scrolling to it. */
    void click(String selector) {
        double[] place = place(selector, 0.5);
        mouse("mousePressed", place);
        mouse("mouseReleased", place);
        settle();
    }

    /** Drags the mouse over an element, from one share of its width to another. */
    void drag(String selector, double from, double to) {
        mouse("mousePressed", place(selector, from));
        mouse("mouseMoved", place(selector, (from + to) / 2));
        mouse("mouseMoved", place(selector, to));
        mouse("mouseReleased", place(selector, to));
        settle();
    }

    void moveTo(String selector, double share) {
        mouse("mouseMoved", place(selector, share));
    }

    private double[] place(String selector, double share) {
        JsonNode box = evaluate("(() => { const e = document.querySelector(" + JSON.valueToTree(selector)
                + "); e.scrollIntoView({block: 'center'}); const b = e.getBoundingClientRect();"
                + " return [b.left, b.top, b.width, b.height]; })()");
        return new double[] {
            box.get(0).doubleValue() + box.get(2).doubleValue() * share,
            box.get(1).doubleValue() + box.get(3).doubleValue() / 2
        };
    }

    private void mouse(String type, double[] place) {
        send(
                "Input.dispatchMouseEvent",
                Map.of(
                        "type",
                        type,
                        "x",
                        place[0],
                        "y",
                        place[1],
                        "button",
                        type.equals("mouseMoved") ? "none" : "left",
                        "buttons",
                        type.equals("mouseReleased") ? 0 : 1,
                        "clickCount",
                        1));
    }

    /** Presses a key that has a name rather than a character, such as Tab. */
    void press(String key, int code) {
        for (String type : List.of("keyDown", "keyUp")) {
            send(
                    "Input.dispatchKeyEvent",
                    Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
        }
    }

    /** Types characters, a key each. */
    void type(String text) {
        for (int c : text.codePoints().toArray()) {
            String character = Character.toString(c);
            send("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", character, "text", character));
            send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", character));
        }
    }

    void resize(int width, int height) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        settle();
    }

    /** Sets what the reader's system prefers: dark or light. */
    void prefer(String scheme) {
        send(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    byte[] picture() {
        return Base64.getDecoder()
                .decode(send("Page.captureScreenshot", Map.of()).get("data").textValue());
    }

    byte[] pdf() {
        return Base64.getDecoder()
                .decode(send("Page.printToPDF", Map.of("printBackground", true))
                        .get("data")
                        .textValue());
    }

    @Override
    public void close() {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        socket.abort();
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, 10, TimeUnit.SECONDS)
                .join()
                .destroyForcibly()
                .onExit()
                .join();
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
