using System.Buffers.Binary;
using System.Text;

namespace Weft.Store.Tests.Events;

/// <summary>
/// Reads a trace of Perfetto by the numbers and wire types of its .proto files (trace_packet, track_event, track_descriptor, debug_annotation, clock_snapshot) and fails where it breaks one of their rules:
/// a packet has one kind of data; tracks are described, and their parents; what has a time has a sequence; slices on a track nest in the order of time; an arrow begins at one event, no later than where it ends.
/// </summary>
internal sealed class PerfettoRules
{
    private sealed record Field(int Number, int WireType, ulong Value, byte[] Bytes);

    internal List<string> Events { get; } = [];

    internal int Arrows { get; private set; }

    internal static PerfettoRules Check(byte[] bytes)
    {
        var rules = new PerfettoRules();
        var tracks = new Dictionary<ulong, ulong>();
        var onTracks = new Dictionary<ulong, List<(ulong Time, ulong Type)>>();
        var begins = new Dictionary<ulong, ulong>();
        var ends = new Dictionary<ulong, ulong>();
        bool hasClocks = false;
        foreach (Field packet in Fields(bytes))
        {
            Assert.Equal((1, 2), (packet.Number, packet.WireType));
            List<Field> fields = Fields(packet.Bytes);
            Assert.Single(fields, field => field is { Number: 10, WireType: 0, Value: 1 });
            Field data = Assert.Single(fields, field => field.Number is not (8 or 10));
            Assert.Equal(2, data.WireType);
            List<Field> body = Fields(data.Bytes);
            switch (data.Number)
            {
                case 6:
                    Assert.Equal([6ul, 1], body.Select(clock => Fields(clock.Bytes).Single(field => field.Number == 1).Value));
                    hasClocks = true;
                    break;
                case 60:
                    ulong uuid = body.Single(field => field is { Number: 1, WireType: 0 }).Value;
                    Assert.NotEqual(0ul, uuid);
                    ulong parent = body.SingleOrDefault(field => field.Number == 5)?.Value ?? 0;
                    if (parent == 0) Assert.Single(Fields(body.Single(field => field is { Number: 3, WireType: 2 }).Bytes), field => field is { Number: 1, WireType: 0 });
                    else Assert.Contains(parent, tracks.Keys);
                    Assert.True(tracks.TryAdd(uuid, parent));
                    break;
                case 11:
                    ulong time = fields.Single(field => field is { Number: 8, WireType: 0 }).Value;
                    rules.TakeEvent(body, time, tracks, onTracks, begins, ends);
                    break;
                default:
                    Assert.Fail($"data of kind {data.Number}");
                    break;
            }
        }
        Assert.True(hasClocks);
        foreach (List<(ulong Time, ulong Type)> events in onTracks.Values)
        {
            int depth = 0;
            foreach ((_, ulong type) in events.OrderBy(each => each.Time)) // as the reader sorts: by time, and as they stand
            {
                depth += type switch { 1 => 1, 2 => -1, _ => 0 };
                Assert.True(depth >= 0, "a slice ends that did not begin");
            }
            Assert.Equal(0, depth);
        }
        Assert.Equal(begins.Keys.Order(), ends.Keys.Order());
        Assert.All(begins, begin => Assert.True(begin.Value <= ends[begin.Key]));
        rules.Arrows = begins.Count;
        return rules;
    }

    private void TakeEvent(
        List<Field> body, ulong time, Dictionary<ulong, ulong> tracks, Dictionary<ulong, List<(ulong Time, ulong Type)>> onTracks, Dictionary<ulong, ulong> begins, Dictionary<ulong, ulong> ends)
    {
        Assert.All(body, field => Assert.Contains((field.Number, field.WireType), new[] { (9, 0), (11, 0), (22, 2), (23, 2), (47, 1), (48, 1), (4, 2) }));
        ulong type = body.Single(field => field.Number == 9).Value, track = body.Single(field => field.Number == 11).Value;
        Assert.InRange(type, 1ul, 3ul);
        Assert.Contains(track, tracks.Keys);
        if (type != 2) Assert.Single(body, field => field.Number == 23 && Text(field.Bytes).Length > 0);
        if (!onTracks.TryGetValue(track, out var events)) onTracks.Add(track, events = []);
        events.Add((time, type));
        bool isSource = body.Exists(field => field.Number == 47);
        foreach (Field flow in body.Where(field => field.Number == 47)) begins.Add(flow.Value, time);
        foreach (Field flow in body.Where(field => field.Number == 48)) ends.Add(flow.Value, time);
        foreach (Field annotation in body.Where(field => field.Number == 4))
        {
            List<Field> parts = Fields(annotation.Bytes);
            string name = Text(parts.Single(field => field is { Number: 10, WireType: 2 }).Bytes);
            Field value = Assert.Single(parts, field => field.Number != 10);
            Assert.Contains((value.Number, value.WireType), new[] { (2, 0), (4, 0), (5, 1), (6, 2) });
            if (name == "weft.event" && !isSource) Events.Add(Text(value.Bytes));
        }
    }

    private static string Text(byte[] bytes) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);

    private static List<Field> Fields(ReadOnlySpan<byte> bytes)
    {
        var fields = new List<Field>();
        while (!bytes.IsEmpty)
        {
            ulong tag = Varint(ref bytes);
            (int number, int wireType) = ((int)(tag >> 3), (int)(tag & 7));
            switch (wireType)
            {
                case 0:
                    fields.Add(new Field(number, wireType, Varint(ref bytes), []));
                    break;
                case 1:
                    fields.Add(new Field(number, wireType, BinaryPrimitives.ReadUInt64LittleEndian(bytes), []));
                    bytes = bytes[8..];
                    break;
                case 2:
                    int length = (int)Varint(ref bytes);
                    fields.Add(new Field(number, wireType, 0, bytes[..length].ToArray()));
                    bytes = bytes[length..];
                    break;
                default:
                    Assert.Fail($"wire type {wireType}");
                    break;
            }
        }
        return fields;
    }

    private static ulong Varint(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte part = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) return value;
        }
    }
}
