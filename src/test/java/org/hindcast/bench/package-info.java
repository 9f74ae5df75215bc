/**
 * What {@code ./mvnw -Pbench} measures. It prints and judges; no test asserts a time, because a time says as much about the
 * machine as about the product. What is asserted elsewhere is what does not depend on the machine: statements per page and
 * bytes per page.
 */
package org.hindcast.bench;
