using System.Buffers.Binary;
using System.Text;

namespace Weft.Store.Events.Export;

/// <summary>Writes messages of protocol buffers (https://protobuf.dev/programming-guides/encoding/): fields by number; a message in a message is written to a writer of its own first.</summary>
internal sealed class ProtoWriter
{
    private const int Varint = 0, Fixed64 = 1, Length = 2;

    private byte[] _bytes = new byte[256];
    private int _length;

    /// <summary>What was written.</summary>
    internal ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    internal void Clear() => _length = 0;

    internal void Number(int field, ulong value)
    {
        Tag(field, Varint);
        Append(value);
    }

    internal void Fixed(int field, ulong value)
    {
        Tag(field, Fixed64);
        BinaryPrimitives.WriteUInt64LittleEndian(Take(sizeof(ulong)), value);
    }

    internal void Double(int field, double value) => Fixed(field, BitConverter.DoubleToUInt64Bits(value));

    internal void Text(int field, string text)
    {
        int bytes = Encoding.UTF8.GetByteCount(text);
        Tag(field, Length);
        Append((ulong)bytes);
        Encoding.UTF8.GetBytes(text, Take(bytes));
    }

    internal void Message(int field, ProtoWriter message)
    {
        Tag(field, Length);
        Append((ulong)message._length);
        message.Written.CopyTo(Take(message._length));
    }

    private void Tag(int field, int wireType) => Append((ulong)(field << 3 | wireType));

    private void Append(ulong value)
    {
        for (; value >= 0x80; value >>= 7) Take(1)[0] = (byte)(value | 0x80);
        Take(1)[0] = (byte)value;
    }

    private Span<byte> Take(int count)
    {
        if (_bytes.Length - _length < count) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        _length += count;
        return _bytes.AsSpan(_length - count, count);
    }
}
