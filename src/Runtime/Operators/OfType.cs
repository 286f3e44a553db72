using System.Collections;
using Weft.Capture;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="Enumerable.OfType{TResult}"/>: records pass with their spans.</summary>
        public static IEnumerable<TResult> OfType<TLineage, TResult>(IEnumerable source, int site) where TLineage : struct, ILineage
            => TLineage.IsRecording && source is not null && (default(TResult) is null || source is not IEnumerable<TResult>)
                ? new Operators.OfTypeFlow<TResult>(source, site)
                : Enumerable.OfType<TResult>(source!);
    }
}

namespace Weft.Operators
{
    /// <summary>OfType.</summary>
    internal sealed class OfTypeFlow<T>(IEnumerable source, int site) : Flow<T>
    {
        private AnyRecords _records = new(source, site);

        internal override int Step => Steps.Intern(site, _records.Step);

        protected override Flow<T> Clone() => new OfTypeFlow<T>(source, site);

        public override bool MoveNext()
        {
            if (State == Started)
            {
                _records.Start();
                State = Started + 1;
            }
            if (State != Started + 1) return false;
            while (_records.MoveNext())
            {
                Span = _records.NextSpan();
                if (_records.Current is not T value) continue;
                Value = value;
                return true;
            }
            Dispose();
            return false;
        }

        public override void Dispose()
        {
            _records.End();
            base.Dispose();
        }
    }
}
