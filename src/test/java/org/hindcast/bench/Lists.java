package org.hindcast.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hindcast.bench.Load.Result;

/** The list of people, asked in many ways, with few people and with many: how much longer does it take? */
final class Lists {

    private static final String LIST = "/admin/users";
    private static final int WARMING = 20;
    private static final int TIMES = 60;
    private static final int DEEP = 400_000;
    private static final double MOST = 3;
    private static final double MOST_DEEP = 10;

    private final Load load;
    private final Map<String, List<Double>> taken = new LinkedHashMap<>();

    Lists(Load load) {
        this.load = load;
    }

    void measure(People people, int few, int many) throws IOException, SQLException {
        people.fill(few);
        ask(few);
        Bench.SCREEN.printf("%nAdding people until there are %,d ...%n", many);
        people.fill(many);
        ask(many);
        print();
    }

    private void ask(int people) throws IOException {
        for (Map.Entry<String, String> question : questions().entrySet()) {
            if (isDeep(question.getKey()) && people < DEEP) {
                taken.put(question.getKey(), new ArrayList<>(List.of(Double.NaN)));
                continue;
            }
            load.times(LIST + question.getValue(), WARMING);
            Result result = load.times(LIST + question.getValue(), TIMES);
            if (result.failures() > 0) {
                throw new IllegalStateException(question.getKey() + " failed with " + people + " people");
            }
            taken.computeIfAbsent(question.getKey(), key -> new ArrayList<>()).add(result.p50());
        }
    }

    private void print() {
        Bench.SCREEN.printf(
                "%nThe list of people, p50 of %d, one at a time%n%n%-34s %10s %10s %7s%n",
                TIMES, "", "few, ms", "many, ms", "ratio");
        double first = taken.values().iterator().next().get(1);
        taken.forEach((question, p50) -> {
            boolean deep = isDeep(question);
            double ratio = p50.get(1) / (deep ? first : p50.get(0));
            Bench.SCREEN.printf("%-34s %10.1f %10.1f %7.1f%n", question, p50.get(0), p50.get(1), ratio);
            Report.add(
                    "people, " + question + ": many / " + (deep ? "first page" : "few"),
                    "%.1f".formatted(ratio),
                    "<= %.0f".formatted(deep ? MOST_DEEP : MOST),
                    ratio <= (deep ? MOST_DEEP : MOST));
        });
    }

    /** Of pages that few people do not fill. */
    private static boolean isDeep(String question) {
        return question.startsWith("page 20,000");
    }

    private static Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("first page", "");
        questions.put("sorted by name", "?sort=fullName");
        questions.put("sorted by name, backwards", "?sort=-fullName");
        questions.put("sorted by email", "?sort=email");
        questions.put("sorted by last sign-in", "?sort=-lastLoginAt");
        for (String field : List.of("username", "active", "loginCount", "createdAt", "language", "timeZone")) {
            questions.put("sorted by " + field, "?sort=" + field);
            questions.put("sorted by " + field + ", backwards", "?sort=-" + field);
        }
        questions.put("sorted by sign-ins and name", "?sort=-loginCount,fullName");
        narrow(questions);
        questions.put("page 20,000", "?page=20000");
        questions.put("page 20,000, sorted", "?page=20000&sort=fullName");
        return questions;
    }

    private static void narrow(Map<String, String> questions) {
        questions.put("filtered: active", "?f.active=true");
        questions.put("filtered: not active", "?f.active=false");
        questions.put("filtered: not active, sorted", "?f.active=false&sort=-lastLoginAt");
        questions.put("filtered: a role that all have", "?f.roles=Member");
        questions.put("filtered: a role that few have", "?f.roles=Manager");
        questions.put("filtered: a rare role, sorted", "?f.roles=Manager&sort=fullName");
        questions.put("filtered: made in one month", "?f.createdAt.from=2025-01-01&f.createdAt.to=2025-01-31");
        questions.put(
                "filtered: made on one day, sorted",
                "?f.createdAt.from=2025-01-01&f.createdAt.to=2025-01-01&sort=email");
        questions.put("filtered: email contains", "?f.email=lovelace");
        questions.put("filtered: signed in often", "?f.loginCount.from=290");
        questions.put("searched: a common word", "?q=grace");
        questions.put("searched: a common word, sorted", "?q=grace&sort=-lastLoginAt");
        questions.put("searched: a rare word", "?q=lovelace77");
        questions.put("searched: a rare word, sorted", "?q=lovelace77&sort=-createdAt");
        questions.put("searched: nobody", "?q=nobodyiscalledso");
    }
}
