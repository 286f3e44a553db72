using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Collections.Generic;
using Weft.Catalog;
using Weft.Fody.Contract;
using Xunit;

namespace Weft.Fody.Tests.Harness;

/// <summary>
/// Whether a woven assembly still has the code that the compiler wrote: each instruction of it in its order, or a call of the runtime's in place of a call, with the weaver's own in between; and handlers, sequence points,
/// scopes and asynchronous information at the same places.
/// </summary>
// Design: it knows no pattern of what is inserted. The compiler's instructions are looked for in the woven ones, in order, once from the front and once from the back; where an instruction stands is between the two, and what
// was inserted in front of it belongs to it. What is left over may be nothing that changes what the compiler's code sees.
internal static class KeptCode
{
    private static readonly ILookup<string, OperatorRow> _rows = OperatorCatalog.Rows.ToLookup(row => row.Name);

    /// <summary>Fails with what is different in the first method that is.</summary>
    public static void AssertKept(CompiledAssembly unwoven, CompiledAssembly woven)
    {
        if (Difference(unwoven, woven) is { } difference) Assert.Fail(difference);
    }

    /// <summary>What is different in the first method that is; null where nothing is.</summary>
    public static string? Difference(CompiledAssembly unwoven, CompiledAssembly woven)
    {
        using ModuleDefinition before = IlPrinter.Read(unwoven), after = IlPrinter.Read(woven);
        MethodDefinition[] was = [.. Methods(before)], now = [.. Methods(after).Where(method => !IsOfWeaver(method))];
        for (int i = 0; i < Math.Min(was.Length, now.Length); i++)
        {
            if (was[i].FullName != now[i].FullName) return $"{was[i].FullName} is gone, or {now[i].FullName} is new";
            if (new Comparison(was[i], now[i]).Difference() is { } difference) return $"{was[i].FullName}: {difference}\n{Text(was[i])}\nwas woven to\n{Text(now[i])}";
        }
        return was.Length == now.Length ? null : $"{was.Length} methods were woven to {now.Length}";
    }

    private static IEnumerable<MethodDefinition> Methods(ModuleDefinition module) => module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody);

    // Of the class of sites, and of the interface that the weaver gives to iterators.
    private static bool IsOfWeaver(MethodDefinition method) => method.DeclaringType.Name == ContractNames.SitesClass || method.Name.StartsWith(ContractNames.YieldsRecords, StringComparison.Ordinal);

    private static string Text(MethodDefinition method) => string.Join('\n', method.Body.Instructions.Select(instruction => "  " + instruction));

    private sealed class Comparison(MethodDefinition unwoven, MethodDefinition woven)
    {
        private readonly Collection<Instruction> _before = unwoven.Body.Instructions, _after = woven.Body.Instructions;
        private readonly Dictionary<int, int> _numbersBefore = Numbers(unwoven), _numbersAfter = Numbers(woven);
        private int[] _first = [], _last = []; // by number before: where it stands, found from the front and from the back

        public string? Difference()
        {
            if (Find() is { } missing) return missing;
            for (int i = 0; i < _after.Count; i++)
            {
                if (Array.BinarySearch(_first, i) < 0 && !MayBeInserted(_after[i])) return $"{_after[i]} is new";
            }
            for (int i = 0; i < _before.Count; i++)
            {
                Instruction[] expected = [.. Il.Branches.Targets(_before[i])], actual = [.. Il.Branches.Targets(_after[_first[i]])];
                if (expected.Length != actual.Length || !expected.Zip(actual).All(pair => IsAt(pair.First.Offset, pair.Second.Offset))) return $"{_before[i]} branches elsewhere";
            }
            return Pairs(unwoven.Body.ExceptionHandlers, woven.Body.ExceptionHandlers, IsSame, "a handler")
                ?? Pairs(unwoven.DebugInformation.SequencePoints, woven.DebugInformation.SequencePoints, IsSame, "a sequence point")
                ?? Pairs(Scopes(unwoven), Scopes(woven), IsSame, "a scope")
                ?? Pairs(unwoven.CustomDebugInformations, woven.CustomDebugInformations, IsSame, "what a debugger is told");
        }

        private string? Find()
        {
            _first = new int[_before.Count];
            _last = new int[_before.Count];
            for (int i = 0, at = 0; i < _before.Count; i++, at++)
            {
                while (at < _after.Count && !StandsFor(_after[at], _before[i])) at++;
                if (at == _after.Count) return $"{_before[i]} is gone";
                _first[i] = at;
            }
            for (int i = _before.Count - 1, at = _after.Count - 1; i >= 0; i--, at--)
            {
                while (!StandsFor(_after[at], _before[i])) at--;
                _last[i] = at;
            }
            return null;
        }

        private bool IsAt(int offsetBefore, int offsetAfter)
        {
            int before = _numbersBefore[offsetBefore], after = _numbersAfter[offsetAfter];
            return after > (before == 0 ? -1 : _first[before - 1]) && after <= (before == _before.Count ? _after.Count : _last[before]);
        }

        private bool IsAt(Instruction? before, Instruction? after) => before is null || after is null ? before is null && after is null : IsAt(before.Offset, after.Offset);

        private bool IsAt(InstructionOffset before, InstructionOffset after) => before.IsEndOfMethod || after.IsEndOfMethod ? before.IsEndOfMethod == after.IsEndOfMethod : IsAt(before.Offset, after.Offset);

        private bool IsSame(ExceptionHandler before, ExceptionHandler after) =>
            before.HandlerType == after.HandlerType && before.CatchType?.FullName == after.CatchType?.FullName && IsAt(before.TryStart, after.TryStart) && IsAt(before.TryEnd, after.TryEnd)
            && IsAt(before.FilterStart, after.FilterStart) && IsAt(before.HandlerStart, after.HandlerStart) && IsAt(before.HandlerEnd, after.HandlerEnd);

        private bool IsSame(SequencePoint before, SequencePoint after) =>
            IsAt(before.Offset, after.Offset) && before.Document.Url == after.Document.Url
            && (before.IsHidden, before.StartLine, before.StartColumn, before.EndLine, before.EndColumn) == (after.IsHidden, after.StartLine, after.StartColumn, after.EndLine, after.EndColumn);

        private bool IsSame(ScopeDebugInformation before, ScopeDebugInformation after) =>
            IsAt(before.Start, after.Start) && IsAt(before.End, after.End) && before.Variables.Select(variable => (variable.Index, variable.Name)).SequenceEqual(after.Variables.Select(variable => (variable.Index, variable.Name)));

        private bool IsSame(CustomDebugInformation before, CustomDebugInformation after) => (before, after) switch
        {
            (AsyncMethodBodyDebugInformation was, AsyncMethodBodyDebugInformation now) => Pairs([.. was.Yields, .. was.Resumes], [.. now.Yields, .. now.Resumes], IsAt, "") is null,
            (StateMachineScopeDebugInformation was, StateMachineScopeDebugInformation now) =>
                Pairs([.. was.Scopes.SelectMany(scope => new[] { scope.Start, scope.End })], [.. now.Scopes.SelectMany(scope => new[] { scope.Start, scope.End })], IsAt, "") is null,
            _ => before.Kind == after.Kind && before.Identifier == after.Identifier,
        };

        private static string? Pairs<T>(ICollection<T> before, ICollection<T> after, Func<T, T, bool> isSame, string what) =>
            before.Count != after.Count ? $"{what} is gone, or new" : before.Zip(after).All(pair => isSame(pair.First, pair.Second)) ? null : $"{what} is elsewhere";

        private static ScopeDebugInformation[] Scopes(MethodDefinition method)
        {
            return method.DebugInformation.Scope is { } scope ? [.. WithInner(scope)] : [];

            static IEnumerable<ScopeDebugInformation> WithInner(ScopeDebugInformation scope) => scope.Scopes.SelectMany(WithInner).Prepend(scope);
        }

        private static Dictionary<int, int> Numbers(MethodDefinition method)
        {
            Dictionary<int, int> numbers = method.Body.Instructions.Select((instruction, number) => (instruction.Offset, number)).ToDictionary(pair => pair.Offset, pair => pair.number);
            numbers[method.Body.CodeSize] = method.Body.Instructions.Count;
            return numbers;
        }

        // What loads, and what stores to the weaver's own locals and fields; calls of the runtime.
        private bool MayBeInserted(Instruction instruction) => instruction.OpCode.Code switch
        {
            Code.Call => instruction.Operand is MethodReference called && IsWoven(called),
            Code.Stloc or Code.Stloc_S or Code.Stloc_0 or Code.Stloc_1 or Code.Stloc_2 or Code.Stloc_3 => LocalOf(instruction) >= unwoven.Body.Variables.Count,
            Code.Stfld => ((FieldReference)instruction.Operand).FieldType.Namespace == ContractNames.Namespace,
            Code.Dup or Code.Box => true,
            Code.Add => instruction.Previous?.Previous?.Operand is FieldReference { Name: ContractNames.SitesBase },
            _ => instruction.OpCode.Name.StartsWith("ld", StringComparison.Ordinal),
        };

        private int LocalOf(Instruction instruction) => instruction.OpCode.Code switch
        {
            Code.Stloc_0 => 0,
            Code.Stloc_1 => 1,
            Code.Stloc_2 => 2,
            Code.Stloc_3 => 3,
            _ => ((VariableDefinition)instruction.Operand).Index,
        };
    }

    private static bool StandsFor(Instruction after, Instruction before)
    {
        if (after.Operand is MethodReference inPlace && IsWoven(inPlace) && before.Operand is MethodReference called) return IsInPlaceOf(inPlace, called) || (after.OpCode == before.OpCode && inPlace.FullName == called.FullName);
        if (before.Operand is Instruction or Instruction[]) return LongName(after) == LongName(before);
        return after.OpCode == before.OpCode && string.Equals(after.Operand?.ToString(), before.Operand?.ToString(), StringComparison.Ordinal);
    }

    private static string LongName(Instruction branch) => branch.OpCode.Name.Replace(".s", "", StringComparison.Ordinal);

    private static bool IsWoven(MethodReference called) => called.DeclaringType.FullName == ContractNames.Woven;

    private static bool IsInPlaceOf(MethodReference woven, MethodReference called) =>
        woven.Name == called.Name || (called.Name == "GetEnumerator" && woven.Name == ContractNames.Enter) || _rows[called.Name].Any(row => row.WovenName == woven.Name);
}
