package dev.trailwise.aws.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

/**
 * The objects of one page of a listing, taken from the answer's bytes before the SDK parses it: its parser makes a tree
 * of every page, which is most of the time that a long listing takes. The SDK still signs, sends, retries, and parses
 * the rest of the answer.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html">ListObjectsV2</a>
 */
public final class ObjectPage {
    private static final ExecutionAttribute<ObjectPage> PAGE = new ExecutionAttribute<>("trailwise.page");
    private static final byte[] CONTENTS = bytes("<Contents>");
    private static final byte[] CONTENTS_END = bytes("</Contents>");
    private static final byte[] KEY = bytes("<Key>");
    private static final byte[] SIZE = bytes("<Size>");
    private static final byte[] STORAGE_CLASS = bytes("<StorageClass>");
    private static final byte[] MODIFIED = bytes("<LastModified>");
    private static final byte[] URL_ENCODED = bytes("<EncodingType>url</EncodingType>");
    private static final byte[] END = bytes("</ListBucketResult>");

    private final List<ListedObject> objects = new ArrayList<>();

    /** Makes a client fill the pages that its requests carry. */
    static ExecutionInterceptor interceptor() {
        return new Interceptor();
    }

    /** The request, carrying this page. */
    public ListObjectsV2Request carriedBy(ListObjectsV2Request request) {
        return request.toBuilder()
                .overrideConfiguration(override -> override.putExecutionAttribute(PAGE, this))
                .build();
    }

    /** In the order of their keys. */
    public List<ListedObject> objects() {
        return objects;
    }

    /**
     * Takes the objects out of an answer.
     *
     * @return what is left, which has none
     * @throws IOException when the answer was cut off
     */
    byte[] take(byte[] xml) throws IOException {
        objects.clear();
        if (find(xml, Math.max(0, xml.length - END.length - 2), xml.length, END) < 0) {
            throw new IOException("the answer was cut off after " + xml.length + " bytes");
        }
        boolean encoded = find(xml, 0, xml.length, URL_ENCODED) >= 0;
        byte[] rest = new byte[xml.length];
        int kept = 0;
        int from = 0;
        int start = find(xml, 0, xml.length, CONTENTS);
        while (start >= 0) {
            int end = find(xml, start, xml.length, CONTENTS_END);
            if (end < 0) {
                throw new IOException("the answer is no list of objects");
            }
            System.arraycopy(xml, from, rest, kept, start - from);
            kept += start - from;
            objects.add(object(xml, start, end, encoded));
            from = end + CONTENTS_END.length;
            start = find(xml, from, xml.length, CONTENTS);
        }
        System.arraycopy(xml, from, rest, kept, xml.length - from);
        return Arrays.copyOf(rest, kept + xml.length - from);
    }

    private static ListedObject object(byte[] xml, int start, int end, boolean encoded) throws IOException {
        String key = element(xml, start, end, KEY);
        try {
            return new ListedObject(
                    encoded ? URLDecoder.decode(key, StandardCharsets.UTF_8) : unescaped(key),
                    Long.parseLong(element(xml, start, end, SIZE)),
                    element(xml, start, end, STORAGE_CLASS),
                    element(xml, start, end, MODIFIED));
        } catch (IllegalArgumentException malformed) {
            throw new IOException("the answer is no list of objects", malformed);
        }
    }

    private static String element(byte[] xml, int start, int end, byte[] tag) {
        int open = find(xml, start, end, tag);
        if (open < 0) {
            return "";
        }
        int from = open + tag.length;
        int to = from;
        while (xml[to] != '<') {
            to++;
        }
        return new String(xml, from, to - from, StandardCharsets.UTF_8);
    }

    private static String unescaped(String text) {
        return text.indexOf('&') < 0
                ? text
                : text.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&apos;", "'")
                        .replace("&amp;", "&");
    }

    private static int find(byte[] xml, int from, int to, byte[] tag) {
        int last = to - tag.length;
        for (int i = from; i <= last; i++) {
            if (xml[i] == '<' && Arrays.equals(xml, i, i + tag.length, tag, 0, tag.length)) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static final class Interceptor implements ExecutionInterceptor {
        @Override
        public Optional<InputStream> modifyHttpResponseContent(
                Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
            ObjectPage page = attributes.getAttribute(PAGE);
            if (page == null || !context.httpResponse().isSuccessful()) {
                return context.responseBody();
            }
            return context.responseBody().map(body -> {
                try (body) {
                    return new ByteArrayInputStream(page.take(body.readAllBytes()));
                } catch (IOException cut) {
                    throw RetryableException.create(cut.getMessage(), cut);
                }
            });
        }
    }
}
