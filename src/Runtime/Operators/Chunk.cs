using Weft.Capture;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="Enumerable.Chunk{TSource}"/>: a chunk follows from every member; members keep their spans.</summary>
        public static IEnumerable<TSource[]> Chunk<TLineage, TSource>(IEnumerable<TSource> source, int size, int site) where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || size < 1) return Enumerable.Chunk(source!, size);
            return source is TSource[] { Length: 0 } ? [] : new Operators.ChunkFlow<TSource>(source.AsFlow(site), size, site);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>Chunk.</summary>
    internal sealed class ChunkFlow<T>(Flow<T> source, int size, int site) : MethodFlow<T[]>
    {
        private const int FirstLength = 4;

        private Flow<T>? _records;
        private int _length;  // of the array that the next chunk is collected in

        internal override int Step => 0; // spans are issued here

        protected override Flow<T[]> Clone() => new ChunkFlow<T>(source, size, site);

        protected override bool Next()
        {
            if (State == Started)
            {
                State = Started + 1;
                _length = Math.Min(size, FirstLength);
                _records = source.Start();
            }
            // A chunk that was not filled is the last one: the source has said that it ended.
            if (_records is { } records && (Value is null || Value.Length == size) && records.MoveNext())
            {
                Collect(records);
                return true;
            }
            return false;
        }

        public override void Dispose()
        {
            _records?.Dispose();
            _records = null;
            base.Dispose();
        }

        private void Collect(Flow<T> records)
        {
            ColumnBuilder spans = ColumnBuilder.Rent();
            var chunk = new T[_length];
            chunk[0] = records.Value;
            spans.Add(records.Span);
            int count = 1;
            while ((count += records.Read(chunk.AsSpan(count), spans)) == chunk.Length && count < size)
                Array.Resize(ref chunk, _length = (int)Math.Min((uint)size, 2 * (uint)count));
            if (count < chunk.Length) Array.Resize(ref chunk, count);

            SpanColumn members = spans.Finish(Steps.Intern(site, records.Step));
            ArrayAttachment<T>.Attach(chunk, members);
            Value = chunk;
            Span = ThreadBuffer.Current.DeriveFanIn(members.Step, members);
        }
    }
}
