package org.hindcast.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The size of the window that a {@link InBrowser} test sees, in CSS pixels, and whether the system is set to dark. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Viewport {

    int width() default 1280;

    int height() default 800;

    boolean dark() default false;

    /** What the browser asks pages to be in. */
    String language() default "en";
}
