using System.Threading.Channels;
using Weft.Channels;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="ChannelReader{T}.ReadAllAsync"/>: the records as they were written.</summary>
    public static IAsyncEnumerable<T> ReadAllAsync<TLineage, T>(ChannelReader<T> reader, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && reader is LineageChannelReader<T> traced ? new ReceivedFlow<T>(traced, cancellationToken, site) : reader.ReadAllAsync(cancellationToken);
}
