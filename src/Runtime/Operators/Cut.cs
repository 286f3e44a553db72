using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>
    /// Follows a call that Weft does not understand, which takes a sequence and gives one: answers about records of <paramref name="result"/>
    /// say that they are incomplete, and where. A result that carries spans of its own keeps them.
    /// </summary>
    public static T Cut<TLineage, T>(T result, int site) where TLineage : struct, ILineage where T : class?
    {
        if (TLineage.IsRecording) CutAttachment.Mark(result, site);
        return result;
    }

    /// <summary>As <see cref="Cut"/>, where it is known what the call took: a plain collection that nobody traced brings no lineage that could end.</summary>
    /// <param name="result">What the call gave.</param>
    /// <param name="records">What it took; null when that is not known.</param>
    /// <param name="site">The call's site.</param>
    public static T CutFrom<TLineage, T>(T result, object? records, int site) where TLineage : struct, ILineage where T : class?
    {
        if (TLineage.IsRecording && Origin.MayCarry(records)) CutAttachment.Mark(result, site);
        return result;
    }

    /// <summary>As <see cref="CutFrom"/>, of a call whose task gives the result.</summary>
    /// <param name="result">The call's task.</param>
    /// <param name="records">What it took; null when that is not known.</param>
    /// <param name="site">The call's site.</param>
    public static Task<T> CutTask<TLineage, T>(Task<T> result, object? records, int site) where TLineage : struct, ILineage where T : class?
    {
        return TLineage.IsRecording && result is not null && Origin.MayCarry(records) ? CutAttachment.MarkResult(result, site) : result!;
    }

    /// <summary>As <see cref="CutFrom"/>, of a call whose task gives the result.</summary>
    /// <param name="result">The call's task.</param>
    /// <param name="records">What it took; null when that is not known.</param>
    /// <param name="site">The call's site.</param>
    public static ValueTask<T> CutValueTask<TLineage, T>(ValueTask<T> result, object? records, int site) where TLineage : struct, ILineage where T : class?
    {
        if (!TLineage.IsRecording || !Origin.MayCarry(records)) return result;
        return new ValueTask<T>(CutAttachment.MarkResult(result.AsTask(), site)); // a value task may be asked for its result once only
    }
}
