using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Weft.Channels;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="ChannelWriter{T}.TryWrite"/>: the item is a root of the call.</summary>
    public static bool TryWrite<TLineage, T>(ChannelWriter<T> writer, T item, int site) where TLineage : struct, ILineage
        => TryWrite<TLineage, T>(writer, item, default, site);

    /// <summary>The woven form of <see cref="ChannelWriter{T}.TryWrite"/> in the body of a loop: the item follows from the record that the loop is at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Add
    public static bool TryWrite<TLineage, T>(ChannelWriter<T> writer, T item, LoopRecord record, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && writer is LineageChannelWriter<T> traced ? traced.TryWrite(item, record, site) : writer.TryWrite(item);

    /// <summary>The woven form of <see cref="ChannelWriter{T}.WriteAsync"/>: the item is a root of the call.</summary>
    public static ValueTask WriteAsync<TLineage, T>(ChannelWriter<T> writer, T item, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => WriteAsync<TLineage, T>(writer, item, cancellationToken, default, site);

    /// <summary>The woven form of <see cref="ChannelWriter{T}.WriteAsync"/> in the body of a loop: the item follows from the record that the loop is at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Add
    public static ValueTask WriteAsync<TLineage, T>(ChannelWriter<T> writer, T item, CancellationToken cancellationToken, LoopRecord record, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && writer is LineageChannelWriter<T> traced ? traced.WriteAsync(item, record, site, cancellationToken) : writer.WriteAsync(item, cancellationToken);
}
