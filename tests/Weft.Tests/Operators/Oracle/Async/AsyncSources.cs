using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Weft.Tests.Operators.Oracle.Async;

/// <summary>Asynchronous sequences that complete at once, that suspend, and that go on on other threads.</summary>
internal static class AsyncSources
{
    /// <summary>Never suspends.</summary>
    internal static async IAsyncEnumerable<int> AtOnce(int[] values, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (int value in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.CompletedTask;
            yield return value;
        }
    }

    /// <summary>Goes on on a thread of the pool after each record.</summary>
    internal static async IAsyncEnumerable<int> Hopping(int[] values)
    {
        foreach (int value in values)
        {
            await Task.Yield();
            yield return value;
            await Task.Yield();
        }
    }

    /// <summary>Waits now and then.</summary>
    internal static async IAsyncEnumerable<int> Waiting(int[] values)
    {
        foreach (int value in values)
        {
            await Task.Delay(value % 5 == 0 ? 1 : 0);
            yield return value;
        }
    }

    /// <summary>Comes out of a channel that another thread fills.</summary>
    internal static async IAsyncEnumerable<int> Channelled(int[] values)
    {
        var channel = Channel.CreateBounded<int>(2);
        Task writing = Task.Run(async () =>
        {
            foreach (int value in values) await channel.Writer.WriteAsync(value);
            channel.Writer.Complete();
        });
        await foreach (int value in channel.Reader.ReadAllAsync()) yield return value;
        await writing;
    }
}
