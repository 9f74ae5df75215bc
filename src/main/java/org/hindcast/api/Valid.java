package org.hindcast.api;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Whether a record keeps the rules that stand at its fields. */
final class Valid {

    private static final int UNPROCESSABLE = 422;

    private Valid() {}

    static <T> T or422(T record, Validator validator) {
        var broken = validator.validate(record);
        if (!broken.isEmpty()) {
            throw Fault.all(UNPROCESSABLE, lines(broken));
        }
        return record;
    }

    /** Where and what, by the names of the fields. */
    static List<Fault.Line> lines(Collection<? extends ConstraintViolation<?>> broken) {
        return broken.stream()
                .map(v -> Fault.Line.of(
                        "/" + v.getPropertyPath(),
                        "api.field",
                        v.getPropertyPath().toString(),
                        v.getMessage()))
                .sorted(Comparator.comparing(Fault.Line::pointer))
                .toList();
    }
}
