using System.Collections.Immutable;
using Weft.Flows;
using Weft.Flows.Collections;

namespace Weft.Operators;

/// <summary>What immutable sets give together with another sequence: each record is found again by what it is.</summary>
internal static class ImmutableSetEdits
{
    /// <summary>Has .NET make a set of a set and a sequence.</summary>
    /// <param name="set">The set.</param>
    /// <param name="other">The sequence.</param>
    /// <param name="brings">Whether its records may be in the result; else it is control.</param>
    /// <param name="make">Makes the result.</param>
    /// <param name="site">The call's site.</param>
    internal static TSet Make<TSet, T>(TSet set, IEnumerable<T> other, bool brings, Func<IEnumerable<T>, TSet> make, int site) where TSet : class, IImmutableSet<T>
    {
        bool isTraced = set.Count > 0 && Origin.MayCarry(set);
        if (other is null || (!isTraced && (!brings || !Origin.MayCarry(other)))) return make(other!);
        SpanColumn before = Origin.ColumnOrRoots(set, set.Count, typeof(T), site);
        SpansByRecord<T> spans = SpansByRecord<T>.Of(set, before);
        var ways = new Ways(0);
        if (before.Count > 0) ways.Pass(site, before.Step);
        TSet made;
        bool isRead = true;
        if (brings)
        {
            var handed = new Handed<T>(other, site, argument: 1, read: spans.Add);
            made = make(handed.Records);
            isRead = handed.ReadCollection();
            if (handed.Arrived() is { Count: > 0 } added) ways.Pass(site, added.Step);
        }
        else
        {
            made = make(other);
        }
        if (made.Count == 0 || Attachments.Find(made) is not null) return made;
        if (isRead && spans.ColumnOf(made, ways.Step) is { } column)
        {
            Attachments.Set(made, new FixedAttachment(column));
            return Materialise.Keep(made, column, site);
        }
        Attachments.Set(made, new CutAttachment(site)); // where its records are from nobody can tell
        return made;
    }
}
