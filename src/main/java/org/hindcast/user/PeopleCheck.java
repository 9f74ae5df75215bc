package org.hindcast.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.hindcast.persistence.Actor;

/** What can be said against the lines of a file: each for itself, against each other, and against the roles that there are. */
@ApplicationScoped
class PeopleCheck {

    private static final Map<String, String> COLUMNS =
            Map.of("username", "username", "email", "email", "firstName", "first_name", "lastName", "last_name");

    /** Which rule is told when several are broken: that it is missing says more than that it is too short. */
    private static final List<String> IMPORTANCE = List.of("NotBlank", "Size", "Email", "Pattern");

    @Inject
    private Validator validator;

    @Inject
    private RoleService roles;

    /** Gives each person the roles that their line names, and tells what is wrong. */
    List<ImportError> errors(List<PeopleFile.Row> rows, Actor actor) {
        List<ImportError> errors = new ArrayList<>();
        Map<String, Role> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        roles.all().forEach(role -> known.put(role.getName(), role));
        for (PeopleFile.Row row : rows) {
            validate(row, errors);
            row.roles().forEach(name -> give(known.get(name), name, row, actor, errors));
        }
        refuseTwice(rows, "email", User::getEmail, errors);
        refuseTwice(rows, "username", User::getUsername, errors);
        return errors;
    }

    /** One error for each field. */
    private void validate(PeopleFile.Row row, List<ImportError> errors) {
        Map<String, ConstraintViolation<User>> first = new TreeMap<>();
        validator.validate(row.user()).stream()
                .sorted(Comparator.comparing(violation -> IMPORTANCE.indexOf(kind(violation))))
                .forEach(violation ->
                        first.putIfAbsent(violation.getPropertyPath().toString(), violation));
        first.forEach((property, violation) -> {
            Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
            boolean sized = kind(violation).equals("Size");
            List<Object> arguments = sized ? List.of(attributes.get("min"), attributes.get("max")) : List.of();
            String value = String.valueOf(violation.getInvalidValue());
            errors.add(new ImportError(
                    row.line(),
                    COLUMNS.getOrDefault(property, property),
                    PeopleFile.cut(value),
                    key(violation),
                    arguments));
        });
    }

    private static String kind(ConstraintViolation<User> violation) {
        return violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
    }

    /** The sentence that the rule names, else the one for rules of its kind. */
    private static String key(ConstraintViolation<User> violation) {
        String template = violation.getMessageTemplate();
        boolean own = template.startsWith("{") && !template.startsWith("{jakarta.");
        return own ? template.substring(1, template.length() - 1) : "import.wrong." + kind(violation);
    }

    /** Nobody gives what they do not have: a role goes only to where somebody who may do all of it puts it. */
    private static void give(Role role, String name, PeopleFile.Row row, Actor actor, List<ImportError> errors) {
        if (role == null) {
            errors.add(new ImportError(row.line(), "roles", PeopleFile.cut(name), "import.wrong.role", List.of()));
        } else if (!role.mayBeGivenBy(actor)) {
            errors.add(new ImportError(row.line(), "roles", role.getName(), "import.wrong.role.above", List.of()));
        } else {
            row.user().addRole(role);
        }
    }

    private static void refuseTwice(
            List<PeopleFile.Row> rows, String column, Function<User, String> value, List<ImportError> errors) {
        Map<String, Integer> lines = new HashMap<>();
        for (PeopleFile.Row row : rows) {
            String text = value.apply(row.user());
            Integer before = text.isEmpty() ? null : lines.putIfAbsent(text.toLowerCase(Locale.ROOT), row.line());
            if (before != null) {
                errors.add(new ImportError(
                        row.line(), column, PeopleFile.cut(text), "import.wrong.twice", List.of(before)));
            }
        }
    }
}
