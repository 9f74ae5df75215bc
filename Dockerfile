# syntax=docker/dockerfile:1
# Hindcast on Payara Micro. The database is another container: see compose.yaml.

FROM eclipse-temurin:17-jdk AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY src src
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -q package -Dmaven.test.skip=true

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --no-create-home --home-dir /tmp --shell /usr/sbin/nologin hindcast
WORKDIR /opt/hindcast
COPY --chmod=755 server-config/container/ ./
COPY server-config/payara/ payara/
COPY --from=build /build/target/classes/org/hindcast/settings/ classes/org/hindcast/settings/
COPY --from=build /build/target/classes/org/hindcast/schema/Check*.class classes/org/hindcast/schema/
COPY --from=build /build/target/server/payara-micro.jar /build/target/server/postgresql.jar /build/target/hindcast.war ./

# Within a container there is no other way in than the one that is published; encryption is the proxy's task.
ENV HINDCAST_ADDRESS=0.0.0.0 \
    HINDCAST_PORT=8080 \
    HINDCAST_SECURE_COOKIES=true
USER hindcast
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=6s --start-period=120s --retries=3 CMD ["/opt/hindcast/healthy"]
ENTRYPOINT ["/opt/hindcast/start"]
