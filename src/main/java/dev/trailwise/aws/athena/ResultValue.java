package dev.trailwise.aws.athena;

import dev.trailwise.engine.ResultType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/** How Athena writes the values of a type in a result, and how they are read. */
enum ResultValue implements ValueReader {
    TEXT(ResultType.TEXT) {
        @Override
        public Object read(byte[] bytes, int from, int to) {
            return text(bytes, from, to);
        }
    },
    BOOLEAN(ResultType.BOOLEAN) {
        @Override
        public Object read(byte[] bytes, int from, int to) {
            return bytes[from] == 't';
        }
    },
    INTEGER(ResultType.INTEGER) {
        @Override
        public Object read(byte[] bytes, int from, int to) {
            boolean negative = bytes[from] == '-';
            int first = negative ? from + 1 : from;
            if (to - first > SAFE_DIGITS) {
                return big(new BigInteger(text(bytes, from, to)));
            }
            long value = digits(bytes, first, to);
            return negative ? -value : value;
        }
    },
    DECIMAL(ResultType.DECIMAL) {
        @Override
        public Object read(byte[] bytes, int from, int to) {
            return new BigDecimal(text(bytes, from, to));
        }
    },
    REAL(ResultType.REAL) {
        @Override
        public Object read(byte[] bytes, int from, int to) {
            return Double.valueOf(text(bytes, from, to));
        }
    },
    DATE(ResultType.DATE) {
        @Override
        public Object read(byte[] bytes, int from, int to) {
            return LocalDate.parse(text(bytes, from, to));
        }
    },
    TIMESTAMP(ResultType.TIMESTAMP) {
        @Override
        public Object read(byte[] bytes, int from, int to) {
            return timestamp(bytes, from, to);
        }
    },
    ZONED_TIMESTAMP(ResultType.ZONED_TIMESTAMP) {
        /** The date, the time and the zone, with spaces between. */
        @Override
        public Object read(byte[] bytes, int from, int to) {
            int space = to - 1;
            while (bytes[space] != ' ') {
                space--;
            }
            ZoneId zone = ZoneId.of(text(bytes, space + 1, to));
            return timestamp(bytes, from, space).atZone(zone).withZoneSameInstant(ZoneOffset.UTC);
        }
    };

    private static final int SAFE_DIGITS = 18;

    private final ResultType type;

    ResultValue(ResultType type) {
        this.type = type;
    }

    @Override
    public ResultType type() {
        return type;
    }

    /**
     * How values of a type are read.
     *
     * @param athenaType as in the metadata of a result, such as {@code timestamp with time zone}
     */
    static ResultValue of(String athenaType) {
        return switch (athenaType.toLowerCase(Locale.ROOT)) {
            case "boolean" -> BOOLEAN;
            case "tinyint", "smallint", "integer", "int", "bigint" -> INTEGER;
            case "decimal" -> DECIMAL;
            case "real", "float", "double" -> REAL;
            case "date" -> DATE;
            case "timestamp" -> TIMESTAMP;
            case "timestamp with time zone" -> ZONED_TIMESTAMP;
            default -> TEXT;
        };
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static Object big(BigInteger value) {
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    private static LocalDateTime timestamp(byte[] bytes, int from, int to) {
        return LocalDateTime.parse(text(bytes, from, to).replace(' ', 'T'));
    }

    private static long digits(byte[] bytes, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                throw new NumberFormatException(text(bytes, from, to));
            }
            value = 10 * value + bytes[i] - '0';
        }
        return value;
    }
}
