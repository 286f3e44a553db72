using Weft.Flows;
using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>
    /// Follows a call that Weft does not understand, which takes a sequence and gives one: answers about records of <paramref name="result"/>
    /// say that they are incomplete, and where. A result that carries spans of its own keeps them.
    /// </summary>
    public static T Cut<TLineage, T>(T result, int site) where TLineage : struct, ILineage where T : class?
    {
        if (TLineage.IsRecording && result is not (null or Flow or AsyncFlow or string) && Attachments.Find(result) is null) Mark(result, site);
        return result;
    }

    // The empty array is one object for everybody.
    private static void Mark(object result, int site)
    {
        if (result is not Array { Length: 0 }) Attachments.Set(result, new CutAttachment(site));
    }
}
