using Weft.Flows;
using Weft.Flows.Collections;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="HashSet{T}.UnionWith"/>: records keep their spans, and those added bring theirs.</summary>
        public static void UnionWith<TLineage, T>(HashSet<T> set, IEnumerable<T> other, int site) where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || set is null || other is null) set!.UnionWith(other!);
            else Operators.SetEdits.Edit(set, other, brings: true, static (set, other) => set.UnionWith(other), Operators.SetEdits.Attach, site);
        }

        /// <summary>The woven form of <see cref="HashSet{T}.ExceptWith"/>: the records that stay keep their spans.</summary>
        public static void ExceptWith<TLineage, T>(HashSet<T> set, IEnumerable<T> other, int site) where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || set is null || other is null) set!.ExceptWith(other!);
            else Operators.SetEdits.Edit(set, other, brings: false, static (set, other) => set.ExceptWith(other), Operators.SetEdits.Attach, site);
        }

        /// <summary>The woven form of <see cref="HashSet{T}.SymmetricExceptWith"/>: the records that stay keep their spans, and those added bring theirs.</summary>
        public static void SymmetricExceptWith<TLineage, T>(HashSet<T> set, IEnumerable<T> other, int site) where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || set is null || other is null) set!.SymmetricExceptWith(other!);
            else Operators.SetEdits.Edit(set, other, brings: true, static (set, other) => set.SymmetricExceptWith(other), Operators.SetEdits.Attach, site);
        }

        /// <summary>The woven form of <see cref="SortedSet{T}.UnionWith"/>: records keep their spans, and those added bring theirs.</summary>
        public static void UnionWith<TLineage, T>(SortedSet<T> set, IEnumerable<T> other, int site) where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || set is null || other is null) set!.UnionWith(other!);
            else Operators.SetEdits.Edit(set, other, brings: true, static (set, other) => set.UnionWith(other), Operators.SetEdits.AttachSorted, site);
        }

        /// <summary>The woven form of <see cref="SortedSet{T}.ExceptWith"/>: the records that stay keep their spans.</summary>
        public static void ExceptWith<TLineage, T>(SortedSet<T> set, IEnumerable<T> other, int site) where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || set is null || other is null) set!.ExceptWith(other!);
            else Operators.SetEdits.Edit(set, other, brings: false, static (set, other) => set.ExceptWith(other), Operators.SetEdits.AttachSorted, site);
        }

        /// <summary>The woven form of <see cref="SortedSet{T}.SymmetricExceptWith"/>: the records that stay keep their spans, and those added bring theirs.</summary>
        public static void SymmetricExceptWith<TLineage, T>(SortedSet<T> set, IEnumerable<T> other, int site) where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || set is null || other is null) set!.SymmetricExceptWith(other!);
            else Operators.SetEdits.Edit(set, other, brings: true, static (set, other) => set.SymmetricExceptWith(other), Operators.SetEdits.AttachSorted, site);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>What sets do with another sequence in place: afterwards each record is found again by what it is.</summary>
    internal static class SetEdits
    {
        internal static Attachment Attach<T>(HashSet<T> set, SpanColumn column) => new SetAttachment<T>(set, column);

        internal static Attachment AttachSorted<T>(SortedSet<T> set, SpanColumn column) => new VersionedAttachment<SortedSet<T>>(set, column, Versions<T>.Of);

        /// <summary>Has .NET change a set.</summary>
        /// <param name="set">The set.</param>
        /// <param name="other">The other sequence.</param>
        /// <param name="brings">Whether its records may be in the set afterwards; else it is control.</param>
        /// <param name="edit">Changes the set.</param>
        /// <param name="attach">What is attached to the set afterwards.</param>
        /// <param name="site">The call's site.</param>
        internal static void Edit<TSet, T>(TSet set, IEnumerable<T> other, bool brings, Action<TSet, IEnumerable<T>> edit, Func<TSet, SpanColumn, Attachment> attach, int site) where TSet : class, ISet<T>
        {
            Attachment? known = Attachments.Find(set);
            bool isKnown = known is not null and not CutAttachment && known.IsUnchanged(set);
            if (!isKnown && (known is not null || !brings || !Origin.MayCarry(other)))
            {
                edit(set, other); // a source like any other, or noticed as a change
                return;
            }

            SpanColumn before = Origin.ColumnOrRoots(set, set.Count, typeof(T), site);
            SpansByRecord<T> spans = SpansByRecord<T>.Of(set, before);
            var ways = new Ways(before.Step);
            SpanColumn? column = null;
            try
            {
                if (brings && !ReferenceEquals(set, other))
                {
                    var handed = new Handed<T>(other, site, argument: 1, read: spans.Add);
                    edit(set, handed.Records);
                    if (!handed.ReadCollection()) return;
                    if (handed.Arrived() is { Count: > 0 } added) ways.Pass(site, added.Step);
                }
                else
                {
                    edit(set, other);
                }
                column = spans.ColumnOf(set, ways.Step);
            }
            finally
            {
                if (column is not null) Attachments.Set(set, attach(set, column));
                else if (known is null) Attachments.Set(set, new CutAttachment(site)); // what is in it now nobody can tell
            }
        }
    }
}
