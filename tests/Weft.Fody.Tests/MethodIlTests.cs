using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: the IL gateway keeps every reference into a body valid, widens the branches that no longer reach, and takes edits back to the last byte.
public class MethodIlTests
{
    // The branches of ?: join at the call itself; the loop's branches span the whole body; the handler begins and ends at calls.
    private static readonly CompiledAssembly _input = Construct.CompileMembers("""
        public static int Run(bool flag)
        {
            int sum = 0;
            for (int i = 0; i < 3; i++)
            {
                try { sum += Length(flag ? "a" : "bb"); }
                finally { sum += Length("c"); }
            }
            return sum;
        }
        public static int Length(string text) => text.Length;
        """);

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(100)]
    public void Edits_AtBranchTargets_KeepTheBodyValid(int sizeOfPrefix)
    {
        CompiledAssembly edited = Mutation.Of(_input, module =>
        {
            MethodDefinition method = Mutation.Method(module, "Run");
            var il = new MethodIl(method);
            StackFlow before = StackFlow.Of(il);
            foreach (Instruction call in Calls(method)) Edit(il, call, sizeOfPrefix);
            il.Finish();
            BodyCheck.Verify(il, before);
        });

        Assert.Equal(3 * (2 + 1), Run(edited));
        Assert.Equal(3 * (2 + 1), Run(_input));
        Assert.Empty(StackCheck.Warnings(edited, TestRuntime.Fake));
    }

    [Fact]
    public void Finish_BranchOutOfReach_IsWidenedAndOthersStayShort()
    {
        using ModuleDefinition module = IlPrinter.Read(_input);
        MethodDefinition method = Mutation.Method(module, "Run");
        var il = new MethodIl(method);
        int before = Count(method, OperandType.ShortInlineBrTarget);

        Edit(il, Calls(method)[0], sizeOfPrefix: 100);
        il.Finish();

        Assert.True(before > 0);
        Assert.True(Count(method, OperandType.InlineBrTarget) > 0);
        Assert.True(Count(method, OperandType.ShortInlineBrTarget) > 0);
        Assert.Equal(before, Count(method, OperandType.InlineBrTarget) + Count(method, OperandType.ShortInlineBrTarget));
    }

    [Fact]
    public void Restore_AfterEdits_GivesTheBodyBack()
    {
        CompiledAssembly restored = Mutation.Of(_input, module =>
        {
            MethodDefinition method = Mutation.Method(module, "Run");
            var il = new MethodIl(method);
            foreach (Instruction call in Calls(method)) Edit(il, call, sizeOfPrefix: 100);
            il.Finish();
            il.Restore();
        });

        Assert.Equal(Mutation.Of(_input, m => { _ = Mutation.Method(m, "Run").Body; }).Pdb, restored.Pdb);
        Assert.Equal(IlPrinter.PrintBodies(_input), IlPrinter.PrintBodies(restored));
    }

    [Fact]
    public void Verify_StackChangedForWhatWasThere_Throws()
    {
        using ModuleDefinition module = IlPrinter.Read(_input);
        MethodDefinition method = Mutation.Method(module, "Run");
        var il = new MethodIl(method);
        StackFlow before = StackFlow.Of(il);

        il.Append(Calls(method)[0], [Instruction.Create(OpCodes.Ldc_I4_0)]);

        Assert.Throws<MalformedBodyException>(() => BodyCheck.Verify(il, before));
    }

    // Before the call: an even number of nots, which change nothing. Behind it: the same again.
    private static void Edit(MethodIl il, Instruction call, int sizeOfPrefix)
    {
        var target = (MethodReference)call.Operand;
        Instruction[] prefix = [.. Enumerable.Range(0, sizeOfPrefix).Select(_ => Instruction.Create(OpCodes.Nop))];
        Instruction[] suffix = [Instruction.Create(OpCodes.Not), Instruction.Create(OpCodes.Not)];
        il.Append(call, suffix);
        il.Redirect(call, prefix, target);
    }

    private static List<Instruction> Calls(MethodDefinition method) => [.. method.Body.Instructions.Where(i => i.OpCode.Code == Code.Call)];

    private static int Count(MethodDefinition method, OperandType kind) => method.Body.Instructions.Count(i => i.OpCode.OperandType == kind);

    private static object? Run(CompiledAssembly assembly) =>
        new LoadedAssembly(assembly, TestRuntime.Fake).Assembly.GetType("C")!.GetMethod("Run")!.Invoke(null, [false]);
}
