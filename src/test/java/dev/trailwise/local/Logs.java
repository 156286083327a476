package dev.trailwise.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Writes log files of made-up events, laid out as a trail does; the same for the same seed. */
final class Logs {
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 1);

    private static final String[] ACCOUNTS = {"111122223333", "444455556666"};
    private static final String[] REGIONS = {"us-east-1", "eu-west-1"};
    private static final String[][] CALLS = {
        {"iam", "CreateUser"},
        {"s3", "GetObject"},
        {"ec2", "DescribeInstances"},
        {"sts", "AssumeRole"},
        {"kms", "Decrypt"}
    };

    private final Path root;
    private final Random random;

    Logs(Path root, long seed) {
        this.root = root;
        this.random = new Random(seed);
    }

    /** Writes files of each account, Region and day. */
    Logs write(int days, int filesADay, int eventsAFile) {
        for (String account : ACCOUNTS) {
            for (String region : REGIONS) {
                for (int file = 0; file < days * filesADay; file++) {
                    LocalDate day = FIRST_DAY.plusDays(file / filesADay);
                    file(path(account, region, day, file % filesADay), records(account, region, day, eventsAFile));
                }
            }
        }
        return this;
    }

    Path path(String account, String region, LocalDate day, int number) {
        String folders = String.format(
                Locale.ROOT,
                "AWSLogs/%s/CloudTrail/%s/%04d/%02d/%02d/",
                account,
                region,
                day.getYear(),
                day.getMonthValue(),
                day.getDayOfMonth());
        String name = String.format(
                Locale.ROOT,
                "%s_CloudTrail_%s_%04d%02d%02dT%02d%02dZ_abcdefghijklmnop.json.gz",
                account,
                region,
                day.getYear(),
                day.getMonthValue(),
                day.getDayOfMonth(),
                number / 60 % 24,
                number % 60);
        return root.resolve(folders).resolve(name);
    }

    String records(String account, String region, LocalDate day, int count) {
        return IntStream.range(0, count)
                .mapToObj(k -> event(account, region, day))
                .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
    }

    String event(String account, String region, LocalDate day) {
        String[] call = CALLS[random.nextInt(CALLS.length)];
        int user = random.nextInt(40);
        String resources = random.nextInt(3) == 0
                ? ",\"resources\":[{\"ARN\":\"arn:aws:s3:::bucket-" + user + "\",\"accountId\":\"" + account
                        + "\",\"type\":\"AWS::S3::Bucket\"}]"
                : "";
        String tls = random.nextInt(2) == 0 ? ",\"tlsDetails\":{\"tlsVersion\":\"TLSv1.3\"}" : "";
        String identity = random.nextInt(4) == 0
                ? "{\"type\":\"AWSService\",\"invokedBy\":\"ec2.amazonaws.com\"}"
                : "{\"type\":\"AssumedRole\",\"principalId\":\"AROAEXAMPLE:u" + user + "\",\"arn\":\"arn:aws:sts::"
                        + account
                        + ":assumed-role/dev/u" + user + "\",\"accountId\":\"" + account
                        + "\",\"accessKeyId\":\"ASIAEXAMPLE" + user
                        + "\",\"sessionContext\":{\"sessionIssuer\":{\"type\":\"Role\",\"arn\":\"arn:aws:iam::"
                        + account
                        + ":role/dev\",\"userName\":\"dev\"},\"webIdFederationData\":{\"federatedProvider\":\"x\","
                        + "\"attributes\":{\"Aud\":\"1\",\"n\":2.50}},\"attributes\":{\"mfaAuthenticated\":\"false\"}}}";
        return String.format(
                Locale.ROOT,
                "{\"eventVersion\":\"1.11\",\"userIdentity\":%s,\"eventTime\":\"%sT%02d:%02d:%02dZ\",\"eventSource\":"
                        + "\"%s.amazonaws.com\",\"eventName\":\"%s\",\"awsRegion\":\"%s\",\"sourceIPAddress\":"
                        + "\"198.51.100.%d\",\"userAgent\":\"aws-cli/2.15 md/awscrt#0.19 ua/2.0 os/linux\",\"requestParameters\":{\"bucketName\":"
                        + "\"bucket-%d\",\"key\":\"%s\"},\"responseElements\":null,\"requestID\":\"%s\",\"eventID\":\"%s\","
                        + "\"readOnly\":%b,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":"
                        + "\"%s\",\"eventCategory\":\"Management\"%s%s}",
                identity,
                day,
                random.nextInt(24),
                random.nextInt(60),
                random.nextInt(60),
                call[0],
                call[1],
                region,
                random.nextInt(250),
                user,
                Long.toHexString(random.nextLong()),
                id(),
                id(),
                random.nextBoolean(),
                account,
                resources,
                tls);
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** Writes a compressed file, with its folders. */
    static Path file(Path path, String text) {
        try {
            Files.createDirectories(path.getParent());
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
