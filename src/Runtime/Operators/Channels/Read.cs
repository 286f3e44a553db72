using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Weft.Channels;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="ChannelReader{T}.TryRead"/>, in a method that puts what it reads into a collection or channel.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="item">The item.</param>
    /// <param name="record">Its record.</param>
    /// <param name="site">The call's site.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // two tests in front of the channel's own
    public static bool TryRead<TLineage, T>(ChannelReader<T> reader, [MaybeNullWhen(false)] out T item, ref LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && reader is LineageChannelReader<T> traced) return traced.TryRead(out item, ref record, site);
        if (TLineage.IsRecording) record = LoopRecord.Nothing(record);
        return reader.TryRead(out item);
    }

    /// <summary>The woven form of <see cref="ChannelReader{T}.TryPeek"/>, as that of <see cref="ChannelReader{T}.TryRead"/>.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="item">The item.</param>
    /// <param name="record">Its record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryPeek<TLineage, T>(ChannelReader<T> reader, [MaybeNullWhen(false)] out T item, ref LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && reader is LineageChannelReader<T> traced) return traced.TryPeek(out item, ref record, site);
        if (TLineage.IsRecording) record = LoopRecord.Nothing(record);
        return reader.TryPeek(out item);
    }

    /// <summary>The woven form of <see cref="ChannelReader{T}.ReadAsync"/>, awaited on the spot in a method that puts what it reads into a collection or channel.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="cancellationToken">The call's token.</param>
    /// <param name="record">The item's record, or what <see cref="Received"/> finds it by.</param>
    /// <param name="site">The call's site.</param>
    public static ValueTask<T> ReadAsync<TLineage, T>(ChannelReader<T> reader, CancellationToken cancellationToken, ref LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && reader is LineageChannelReader<T> traced) return traced.ReadAsync(ref record, site, cancellationToken);
        if (TLineage.IsRecording) record = LoopRecord.Nothing(record);
        return reader.ReadAsync(cancellationToken);
    }

    /// <summary>Follows the await of a call that takes a record out.</summary>
    /// <param name="record">What the call said of the record; the record itself then.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // most reads need not wait
    public static void Received<TLineage>(ref LoopRecord record) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && record.Awaited is not 0 and var number) record = ReceivedRecord.Take(number);
    }
}
