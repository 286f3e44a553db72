using System.Runtime.CompilerServices;
using Weft.Flows;
using Weft.Flows.Loops;

namespace Weft;

public static partial class Woven
{
    /// <summary>
    /// Stands in lambdas, loops and iterators behind what gives a collection that their results are made of, besides the record that they are at: where the collection has lineage of its
    /// own, answers about what passes the site say that it is missing.
    /// </summary>
    /// <param name="collection">The collection; null is none.</param>
    /// <param name="site">The site of the operator, addition or yield.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // one a record, in a lambda
    public static void LookUp<TLineage>(object? collection, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && collection is not null) LookUps.Tell(collection, site);
    }

    /// <summary>Stands in lambdas behind the call of a method that says which record its result is made of: answers about what passes the site say that such records are missing.</summary>
    /// <param name="record">The record; none where the method looked up none.</param>
    /// <param name="site">The site of the operator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as above
    public static void LookUpRecord<TLineage>(LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && !record.IsNone) LookUps.TellRecord(site);
    }

    /// <summary>Stands at the beginning of a lambda whose results may be made of records that it was called with before: answers about what passes the site say so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as above
    public static void Remember<TLineage>(int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording) LookUps.TellKept(site);
    }

    /// <summary>Stands in a lambda behind what gives a collection, which the lambda then fills with records that nobody follows there: answers about the collection say so.</summary>
    public static void Fill<TLineage>(object? collection, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && collection is not null) FilledCollections.Mark(collection, site);
    }
}
