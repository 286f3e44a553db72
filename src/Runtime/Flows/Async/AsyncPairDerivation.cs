using Weft.Capture;

namespace Weft.Flows.Async;

/// <summary>Issues the spans of results that follow from a record of each of two flows.</summary>
internal sealed class AsyncPairDerivation(int site, Way first, Way second)
{
    private int _step; // 0 when not known yet

    /// <summary>The span of a new result; 0 stands for a record that there is not.</summary>
    // The thread may be another one each time, so its buffer is asked for each time.
    internal ulong Derive(ulong firstSpan, ulong secondSpan)
    {
        if (_step == 0) _step = Steps.Intern(site, first.Step, second.Step);
        return ThreadBuffer.For(_step).DerivePair(_step, firstSpan, secondSpan);
    }

    /// <summary>A result with its span.</summary>
    internal Chosen<T> Derive<T>(T result, ulong firstSpan, ulong secondSpan) => new(result, Derive(firstSpan, secondSpan));

    /// <summary>As <see cref="Derive{T}(T, ulong, ulong)"/>, when the result is there.</summary>
    internal ValueTask<Chosen<T>> Derive<T>(ValueTask<T> result, ulong firstSpan, ulong secondSpan)
        => result.IsCompletedSuccessfully ? new(Derive(result.Result, firstSpan, secondSpan)) : Await(result, firstSpan, secondSpan);

    private async ValueTask<Chosen<T>> Await<T>(ValueTask<T> result, ulong firstSpan, ulong secondSpan)
        => Derive(await result.ConfigureAwait(false), firstSpan, secondSpan);
}
