using System.Globalization;
using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Collections.Generic;
using Weft.Catalog;
using Weft.Fody.Contract;

namespace Weft.Fody.Tests.Harness;

/// <summary>
/// The bodies of an assembly with what the weaver inserts taken out again: instructions, handlers, sequence points, scopes and async information,
/// each place as the number of its instruction. Equal before and after weaving when nothing else changed.
/// </summary>
internal static class BodyText
{
    private static readonly ILookup<string, OperatorRow> _rows = OperatorCatalog.Rows.Where(row => row.IsRedirected || row.HandOver is HandOver.Put or HandOver.Take).ToLookup(row => row.Name);
    private static readonly HashSet<string> _handOvers = [.. OperatorCatalog.Rows.Where(row => row.HandOver is HandOver.Put or HandOver.Take).Select(row => row.WovenName)];

    public static string Of(CompiledAssembly assembly)
    {
        using ModuleDefinition module = IlPrinter.Read(assembly);
        var text = new StringBuilder();
        foreach (MethodDefinition method in module.GetTypes().Where(t => t.Name != ContractNames.SitesClass).SelectMany(t => t.Methods).Where(m => m.HasBody && !IsOfTheInterface(m)))
            Print(method, text);
        return text.ToString();
    }

    // Of the interface that the weaver gives to iterators.
    private static bool IsOfTheInterface(MethodDefinition method) => method.Name.StartsWith(ContractNames.YieldsRecords, StringComparison.Ordinal);

    private static void Print(MethodDefinition method, StringBuilder text)
    {
        text.Append(method.FullName).Append('\n');
        Dictionary<int, int> numbers = Number(method.Body.Instructions, out List<string> lines);
        foreach (string line in lines) text.Append("  ").Append(line).Append('\n');

        foreach (ExceptionHandler handler in method.Body.ExceptionHandlers)
            text.Append(CultureInfo.InvariantCulture, $"  {handler.HandlerType} {At(handler.TryStart)} {At(handler.TryEnd)} {At(handler.FilterStart)} {At(handler.HandlerStart)} {At(handler.HandlerEnd)}\n");
        foreach (SequencePoint point in method.DebugInformation.SequencePoints)
            text.Append(CultureInfo.InvariantCulture, $"  point {numbers[point.Offset]}: {point.IsHidden} {point.StartLine},{point.StartColumn}-{point.EndLine},{point.EndColumn} {point.Document.Url}\n");
        if (method.DebugInformation.Scope is { } scope) Print(scope, numbers, text);
        foreach (CustomDebugInformation info in method.CustomDebugInformations)
        {
            text.Append("  info ").Append(info.Kind).Append(info.Identifier).Append('\n');
            if (info is AsyncMethodBodyDebugInformation async)
                text.Append("    ").AppendJoin(' ', async.Yields.Concat(async.Resumes).Select(o => numbers[o.Offset])).Append('\n');
            if (info is StateMachineScopeDebugInformation machine)
                text.Append("    ").AppendJoin(' ', machine.Scopes.Select(s => $"{numbers[s.Start.Offset]}-{End(s.End, numbers)}")).Append('\n');
        }

        string At(Instruction? instruction) => instruction is null ? "-" : numbers[instruction.Offset].ToString(CultureInfo.InvariantCulture);
    }

    // By offset: the number that an instruction has among those that the compiler wrote. Inserted ones have the number of the call they serve.
    private static Dictionary<int, int> Number(Collection<Instruction> instructions, out List<string> lines)
    {
        var numbers = new Dictionary<int, int>();
        lines = [];
        for (int i = 0; i < instructions.Count; i++)
        {
            numbers[instructions[i].Offset] = lines.Count;
            if (instructions[i].Operand is MethodReference { Name: ContractNames.TakeBack or ContractNames.WentOn, DeclaringType.FullName: ContractNames.Woven }) continue;
            if (LengthOfNote(instructions, i) is > 0 and int note)
            {
                for (int inserted = 1; inserted < note; inserted++) numbers[instructions[i + inserted].Offset] = lines.Count;
                i += note - 1;
                continue;
            }
            if (LengthOfRead(instructions, i) is > 0 and int read)
            {
                for (int inserted = 1; inserted < read; inserted++) numbers[instructions[i + inserted].Offset] = lines.Count;
                i += read - 1;
                continue;
            }
            if (LengthOfLoopCode(instructions, i) is > 0 and int length)
            {
                for (int inserted = 1; inserted < length; inserted++) numbers[instructions[i + inserted].Offset] = lines.Count;
                i += length - 1;
                if (instructions[i].Operand is MethodReference called && IsInPlaceOfCall(called)) lines.Add(called.Name == ContractNames.Add ? "call List.Add" : $"call {called.Name}");
                continue;
            }
            if (LengthOfUnitCode(instructions, i) is > 0 and int units)
            {
                for (int inserted = 1; inserted < units; inserted++) numbers[instructions[i + inserted].Offset] = lines.Count;
                i += units - 1;
                if (instructions[i].Operand is MethodReference { Name: ContractNames.AwaitOnCompleted or ContractNames.AwaitUnsafeOnCompleted } suspension) lines.Add("call " + suspension.Name);
                continue;
            }
            if (LengthOfIteratorCode(instructions, i) is > 0 and int reads)
            {
                for (int inserted = 1; inserted < reads; inserted++) numbers[instructions[i + inserted].Offset] = lines.Count;
                i += reads - 1;
                if (instructions[i].Operand is MethodReference { Name: ContractNames.Enter }) lines.Add("call GetEnumerator");
                continue;
            }
            if (instructions[i].Operand is FieldReference { Name: ContractNames.SitesBase } field && field.DeclaringType.Name == ContractNames.SitesClass)
            {
                for (int inserted = 1; inserted <= 3; inserted++) numbers[instructions[i + inserted].Offset] = lines.Count;
                i += 3;
                var woven = (MethodReference)instructions[i].Operand;
                if (!IsCut(woven)) lines.Add($"call {woven.Name}");
                continue;
            }
            if (IsOfFlowEnd(instructions, i)) continue;
            lines.Add(Line(instructions[i]));
        }

        // Branches by number, now that every instruction has one.
        foreach (Instruction branch in instructions.Where(i => i.Operand is Instruction or Instruction[]))
            lines[numbers[branch.Offset]] += " " + string.Join(' ', Il.Branches.Targets(branch).Select(t => numbers[t.Offset]));
        return numbers;
    }

    // The operands of a call at which a flow ends go through locals of the weaver's, which alone are written by the long form.
    private static bool IsOfFlowEnd(Collection<Instruction> instructions, int i) => instructions[i].OpCode.Code switch
    {
        Code.Stloc or Code.Ldloc => ((VariableDefinition)instructions[i].Operand).Index <= byte.MaxValue,
        Code.Dup => instructions[i + 1].OpCode.Code is Code.Stloc or Code.Box,
        Code.Box => instructions[i - 1].OpCode.Code == Code.Dup,
        Code.Ldarg_0 => instructions.Count > i + 5 && instructions[i + 1].OpCode.Code == Code.Ldloc && instructions[i + 5].Operand is MethodReference { Name: ContractNames.Copied },
        Code.Ldnull => instructions.Count > i + 4 && instructions[i + 1].Operand is FieldReference { Name: ContractNames.SitesBase } && instructions[i + 4].Operand is MethodReference cut && IsCut(cut),
        _ => false,
    };

    private static bool IsCut(MethodReference woven) => woven.Name is ContractNames.Copied or ContractNames.Cut or ContractNames.CutFrom or ContractNames.CutTask or ContractNames.CutValueTask;

    // What a flow says of its unit: around a call, in front of a result or an end, behind the load of its state, or in place of the call by which it leaves. 0 for other code.
    private static int LengthOfUnitCode(Collection<Instruction> instructions, int start)
    {
        bool Calls(int at, params string[] names) =>
            start + at < instructions.Count && instructions[start + at].Operand is MethodReference { DeclaringType.FullName: ContractNames.Woven } called && names.Contains(called.Name);
        if (Calls(0, ContractNames.Fork)) return 2;
        if (Calls(1, ContractNames.Completing, ContractNames.JoinDeparted)) return 2;
        if (Calls(1, ContractNames.Resumed) || Calls(2, ContractNames.Forked)) return 3;
        return Calls(4, ContractNames.JoinTask, ContractNames.Awaiting, ContractNames.BlockOnTask, ContractNames.AwaitOnCompleted, ContractNames.AwaitUnsafeOnCompleted)
            && instructions[start + 1].Operand is FieldReference { Name: ContractNames.SitesBase } ? 5 : 0;
    }

    // What a lambda says of itself: the collection once more, or nothing, and the site. 0 for other code.
    private static int LengthOfNote(Collection<Instruction> instructions, int start)
    {
        int behind = start + (instructions[start].OpCode.Code == Code.Dup ? 4 : 3);
        return behind < instructions.Count && instructions[behind].Operand is MethodReference { DeclaringType.FullName: ContractNames.Woven, Name: ContractNames.LookUp or ContractNames.Fill or ContractNames.Remember }
            ? behind - start + 1
            : 0;
    }

    // What an iterator says begins with its own field and ends with a call of the runtime's. 0 for other code.
    private static int LengthOfIteratorCode(Collection<Instruction> instructions, int start)
    {
        if (start + 1 >= instructions.Count || instructions[start + 1].Operand is not FieldReference { Name: ContractNames.YieldsField }) return 0;
        int end = start;
        while (instructions[end].Operand is not MethodReference { DeclaringType.FullName: ContractNames.Woven }) end++;
        return end - start + 1;
    }

    // In front of what reads a record by itself: its index goes by way of a local, and the record to a local or field of its own. 0 for other code.
    private static int LengthOfRead(Collection<Instruction> instructions, int start)
    {
        int end;
        if (instructions[start].OpCode.Code == Code.Ldloc && start + 4 < instructions.Count && instructions[start + 4].Operand is MethodReference { Name: ContractNames.RecordOfHolder })
        {
            end = start + 5;
            while (IsOfStore(instructions[end])) end++;
            return end - start;
        }
        bool isItem = instructions[start].OpCode.Code == Code.Stloc;
        int first = isItem ? start + 1 : instructions[start].OpCode.Code == Code.Ldnull ? start + 2 : start;
        if (first >= instructions.Count || instructions[first].OpCode.Code != Code.Dup) return 0;
        int source = first + (isItem ? 3 : instructions[first + 1].OpCode.Code == Code.Ldobj ? 2 : 1);
        if (source + 4 >= instructions.Count || instructions[source].Operand is not VariableDefinition { VariableType.FullName: ContractNames.LoopSource }) return 0;
        end = source + 5;
        while (IsOfStore(instructions[end])) end++;
        return end - start + (isItem ? 1 : 0);

        static bool IsOfStore(Instruction instruction) =>
            instruction.Operand is VariableDefinition { VariableType.FullName: ContractNames.LoopRecord } or FieldReference { FieldType.FullName: ContractNames.LoopRecord } || instruction.OpCode.Code == Code.Ldarg_0;
    }

    // A local of the runtime's is set anew where a loop begins, and taken by reference where its record is asked for, up to the Add or ForEach, or behind the
    // call of a reader. 0 for other code.
    private static int LengthOfLoopCode(Collection<Instruction> instructions, int start)
    {
        if (instructions[start].OpCode.Code == Code.Ldnull && IsLoopSource(start + 1) && instructions[start + 1].OpCode.Code is Code.Stloc or Code.Stloc_S) return 2;
        int enumerator = instructions[start].OpCode.Code == Code.Ldarg_0 && instructions[Math.Min(start + 1, instructions.Count - 1)].OpCode.Code == Code.Ldfld ? 2 : 1;
        if (instructions[Math.Min(start + enumerator, instructions.Count - 1)].Operand is MethodReference { Name: ContractNames.Loop, DeclaringType.FullName: ContractNames.Woven }) return enumerator + 2;
        bool isAsked = IsOfWoven(start, ContractNames.NoRecord) || IsOfWoven(start + 3, ContractNames.RecordOfAction) || IsOfReader(start);
        if (instructions[start].OpCode.Code == Code.Dup && start + 1 < instructions.Count && LengthOfLoopCode(instructions, start + 1) is > 0 and int filling && instructions[start + filling].Operand is MethodReference { Name: ContractNames.Fill }) return filling + 1;
        bool isTaken = IsOfType(start, ContractNames.LoopRecord) || (instructions[start].OpCode.Code == Code.Ldarg_0 && start + 1 < instructions.Count && instructions[start + 1].Operand is FieldReference && IsOfType(start + 1, ContractNames.LoopRecord));
        if (LengthOfIndex(start + enumerator) is > 0 and int index && IsOfWoven(start + enumerator + index + 4, ContractNames.RecordAt)) enumerator += index;
        if (!isAsked && !isTaken && (!IsLoopSource(start + enumerator) || IsOfWoven(start + enumerator + 1, ContractNames.RecordOfReader)) && !IsBehindReader(start)) return 0;
        int end = start;
        while (!(instructions[end].Operand is MethodReference called && EndsLoopCode(called))) end++;
        return end - start + 1;

        // A reader is put on the stack once more, in these programs from a local, a parameter or a field.
        bool IsOfReader(int at)
        {
            if (LengthOfReader(at) is not (> 0 and int length)) return false;
            return IsOfWoven(at + length + 1, ContractNames.RecordOfReader);
        }

        bool IsBehindReader(int at)
        {
            if (LengthOfReader(at) is not (> 0 and int length)) return false;
            return IsOfWoven(at + length + 4, ContractNames.RowRead, ContractNames.LineRead);
        }

        int LengthOfReader(int at)
        {
            int length = instructions[at].OpCode.Code == Code.Ldarg_0 && instructions[Math.Min(at + 1, instructions.Count - 1)].OpCode.Code == Code.Ldfld ? 2 : 1;
            return IsLoopSource(at + length) ? length : 0;
        }

        bool IsOfWoven(int at, params string[] names) => at < instructions.Count && instructions[at].Operand is MethodReference { DeclaringType.FullName: ContractNames.Woven } called && names.Contains(called.Name);

        // Of a loop over an array the index follows.
        int LengthOfIndex(int at) => at >= instructions.Count ? 0 : instructions[at].OpCode.Code switch
        {
            Code.Ldloc or Code.Ldloc_S => 1,
            Code.Ldarg_0 => 2,
            _ => 0,
        };

        bool IsLoopSource(int at) => IsOfType(at, ContractNames.LoopSource);

        bool IsOfType(int at, string type) => at < instructions.Count && instructions[at].Operand switch
        {
            VariableDefinition local => local.VariableType.FullName == type,
            FieldReference field => field.FieldType.FullName == type,
            _ => false,
        };
    }

    private static bool EndsLoopCode(MethodReference called) =>
        called.DeclaringType.FullName == ContractNames.Woven && (called.Name is ContractNames.Fill or ContractNames.Hand or ContractNames.Handed or ContractNames.RowRead or ContractNames.LineRead or ContractNames.Received || IsInPlaceOfCall(called));

    // Of the calls with a record: what puts in, takes out, or adds for each.
    private static bool IsInPlaceOfCall(MethodReference called) =>
        called.DeclaringType.FullName == ContractNames.Woven && (called.Name is ContractNames.Add or ContractNames.ForEach || _handOvers.Contains(called.Name));

    private static OperatorRow? RowOf(MethodReference called) =>
        _rows[called.Name].FirstOrDefault(row => row.DeclaringType == called.DeclaringType.GetElementType().FullName);

    private static string Line(Instruction instruction) => instruction.Operand switch
    {
        Instruction or Instruction[] => instruction.OpCode.Name.Replace(".s", "", StringComparison.Ordinal),
        MethodReference { Name: "Add" } called when called.DeclaringType.Name == "List`1" => "call List.Add",
        MethodReference { Name: "ForEach" } called when called.DeclaringType.Name != "Parallel" => "call ForEach",
        MethodReference { Name: ContractNames.AwaitOnCompleted or ContractNames.AwaitUnsafeOnCompleted } called => $"call {called.Name}",
        MethodReference { Name: "GetEnumerator" } called when called.DeclaringType.Name == "IEnumerable`1" => "call GetEnumerator",
        MethodReference called when instruction.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj && RowOf(called) is { } row => $"call {row.WovenName}",
        _ => $"{instruction.OpCode.Name} {instruction.Operand}",
    };

    private static void Print(ScopeDebugInformation scope, Dictionary<int, int> numbers, StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"  scope {numbers[scope.Start.Offset]}-{End(scope.End, numbers)}: {string.Join(',', scope.Variables.Select(v => v.Index + v.Name))}\n");
        foreach (ScopeDebugInformation inner in scope.Scopes) Print(inner, numbers, text);
    }

    private static string End(InstructionOffset end, Dictionary<int, int> numbers) =>
        end.IsEndOfMethod || !numbers.TryGetValue(end.Offset, out int number) ? "end" : number.ToString(CultureInfo.InvariantCulture);
}
