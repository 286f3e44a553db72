using Weft.Capture;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <c>Enumerable.Zip(first, second, resultSelector)</c>: a result follows from the records of the same position.</summary>
        public static IEnumerable<TResult> Zip<TLineage, TFirst, TSecond, TResult>(
            IEnumerable<TFirst> first, IEnumerable<TSecond> second, Func<TFirst, TSecond, TResult> resultSelector, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || first is null || second is null || resultSelector is null) return Enumerable.Zip(first!, second!, resultSelector!);
            return new Operators.ZipFlow<TFirst, TSecond, TResult>(first.AsFlow(site), second.AsFlow(site, argument: 1), resultSelector, site);
        }

        /// <summary>The woven form of <c>Enumerable.Zip(first, second)</c>: a pair follows from the records of the same position.</summary>
        public static IEnumerable<(TFirst First, TSecond Second)> Zip<TLineage, TFirst, TSecond>(IEnumerable<TFirst> first, IEnumerable<TSecond> second, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || first is null || second is null) return Enumerable.Zip(first!, second!);
            return new Operators.ZipFlow<TFirst, TSecond, (TFirst, TSecond)>(first.AsFlow(site), second.AsFlow(site, argument: 1), static (one, two) => (one, two), site);
        }

        /// <summary>The woven form of <c>Enumerable.Zip(first, second, third)</c>: a triple follows from the records of the same position.</summary>
        public static IEnumerable<(TFirst First, TSecond Second, TThird Third)> Zip<TLineage, TFirst, TSecond, TThird>(
            IEnumerable<TFirst> first, IEnumerable<TSecond> second, IEnumerable<TThird> third, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || first is null || second is null || third is null) return Enumerable.Zip(first!, second!, third!);
            return new Operators.Zip3Flow<TFirst, TSecond, TThird>(first.AsFlow(site), second.AsFlow(site, argument: 1), third.AsFlow(site, argument: 2), site);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>Zip of two.</summary>
    internal sealed class ZipFlow<TFirst, TSecond, T>(Flow<TFirst> first, Flow<TSecond> second, Func<TFirst, TSecond, T> resultSelector, int site) : MethodFlow<T>
    {
        private Flow<TFirst>? _first;
        private Flow<TSecond>? _second;
        private bool _readsLate; // LINQ reads the records when both sequences have moved, and an enumerator of the program's own can tell
        private int _step;

        internal override int Step => 0; // spans are issued here

        protected override Flow<T> Clone() => new ZipFlow<TFirst, TSecond, T>(first, second, resultSelector, site);

        protected override bool Next()
        {
            if (State == Started)
            {
                State = Started + 1;
                _first = first.Start();
                _second = second.Start();
                _readsLate = _first is SourceFlow<TFirst>; // what the last one gives may be read at once
            }
            if (_first is not { } one || _second is not { } two) return false;
            if (_readsLate ? MoveAll(one, two) : one.MoveNext() && two.MoveNext())
            {
                if (_step == 0) _step = Steps.Intern(site, one.Step, two.Step);
                Value = resultSelector(one.Value, two.Value);
                Span = ThreadBuffer.For(_step).DerivePair(_step, one.Span, two.Span);
                return true;
            }
            return false;
        }

        public override void Dispose()
        {
            _second?.Dispose();
            _second = null;
            _first?.Dispose();
            _first = null;
            base.Dispose();
        }

        private static bool MoveAll(Flow<TFirst> one, Flow<TSecond> two)
        {
            if (!one.Advance() || !two.Advance()) return false;
            one.ReadValue();
            two.ReadValue();
            return true;
        }
    }

    /// <summary>Zip of three.</summary>
    internal sealed class Zip3Flow<TFirst, TSecond, TThird>(Flow<TFirst> first, Flow<TSecond> second, Flow<TThird> third, int site) : MethodFlow<(TFirst, TSecond, TThird)>
    {
        private Flow<TFirst>? _first;
        private Flow<TSecond>? _second;
        private Flow<TThird>? _third;
        private bool _readsLate; // LINQ reads the records when all sequences have moved
        private int _step;

        internal override int Step => 0; // spans are issued here

        protected override Flow<(TFirst, TSecond, TThird)> Clone() => new Zip3Flow<TFirst, TSecond, TThird>(first, second, third, site);

        protected override bool Next()
        {
            if (State == Started)
            {
                State = Started + 1;
                _first = first.Start();
                _second = second.Start();
                _third = third.Start();
                _readsLate = _first is SourceFlow<TFirst> || _second is SourceFlow<TSecond>;
            }
            if (_first is not { } one || _second is not { } two || _third is not { } three) return false;
            if (_readsLate ? MoveAll(one, two, three) : one.MoveNext() && two.MoveNext() && three.MoveNext())
            {
                if (_step == 0) _step = Steps.Intern(site, Steps.Intern(site, one.Step, two.Step), three.Step);
                Value = (one.Value, two.Value, three.Value);
                Span = ThreadBuffer.For(_step).DeriveTriple(_step, one.Span, two.Span, three.Span);
                return true;
            }
            return false;
        }

        public override void Dispose()
        {
            _third?.Dispose();
            _third = null;
            _second?.Dispose();
            _second = null;
            _first?.Dispose();
            _first = null;
            base.Dispose();
        }

        private static bool MoveAll(Flow<TFirst> one, Flow<TSecond> two, Flow<TThird> three)
        {
            if (!one.Advance() || !two.Advance() || !three.Advance()) return false;
            one.ReadValue();
            two.ReadValue();
            three.ReadValue();
            return true;
        }
    }
}
