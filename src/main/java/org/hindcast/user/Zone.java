package org.hindcast.user;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;

/** Names a time zone that the world knows, such as {@code Europe/Berlin}. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Zone.Known.class)
public @interface Zone {

    String message() default "{user.timeZone.unknown}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks it up. */
    class Known implements ConstraintValidator<Zone, String> {

        @Override
        public boolean isValid(String name, ConstraintValidatorContext context) {
            return name != null && ZoneId.getAvailableZoneIds().contains(name);
        }
    }
}
