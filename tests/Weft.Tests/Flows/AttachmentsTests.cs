// Proves that an attachment is found by its object's identity, only while that lives, and that memory does not grow with the dead.
using System.Runtime.CompilerServices;
using Weft.Flows;

namespace Weft.Tests.Flows;

public sealed class AttachmentsTests
{
    private static readonly SpanColumn _column = new RangeColumn(1, 0, 0);

    [Fact]
    public void Find_NothingAttached_IsNull() => Assert.Null(Attachments.Find(new List<int>()));

    [Fact]
    public void Find_ObjectWithAHashCodeButNothingAttached_IsNull()
    {
        var list = new List<int>();
        _ = RuntimeHelpers.GetHashCode(list);

        Assert.Null(Attachments.Find(list));
    }

    [Fact]
    public void Find_Attached_IsWhatWasAttachedLast()
    {
        var list = new List<int>();
        Attachments.Set(list, new ListAttachment<int>(list, _column));
        var last = new ListAttachment<int>(list, _column);
        Attachments.Set(list, last);

        Assert.Same(last, Attachments.Find(list));
        Assert.Null(Attachments.Find(new List<int>()));
    }

    [Fact]
    public void Find_ManyObjects_EachItsOwn()
    {
        List<int>[] lists = [.. Enumerable.Range(0, 10_000).Select(_ => new List<int>())];
        ListAttachment<int>[] attached = [.. lists.Select(list => new ListAttachment<int>(list, _column))];
        for (int i = 0; i < lists.Length; i++) Attachments.Set(lists[i], attached[i]);

        for (int i = 0; i < lists.Length; i++) Assert.Same(attached[i], Attachments.Find(lists[i]));
    }

    // The table grows where a sweep has let few go: those are free, all others have to stay found.
    [Fact]
    public void Find_WhileSomeDie_EachThatLivesItsOwn()
    {
        var random = new Random(5);
        var lists = new List<List<int>>();
        var attached = new List<ListAttachment<int>>();
        for (int round = 0; round < 40; round++)
        {
            for (int i = 0; i < 1_000; i++)
            {
                var list = new List<int>();
                lists.Add(list);
                attached.Add(new ListAttachment<int>(list, _column));
                Attachments.Set(list, attached[^1]);
            }
            for (int dying = random.Next(300); dying > 0; dying--)
            {
                int at = random.Next(lists.Count);
                (lists[at], attached[at]) = (lists[^1], attached[^1]);
                lists.RemoveAt(lists.Count - 1);
                attached.RemoveAt(attached.Count - 1);
            }
            GC.Collect();
        }
        for (int i = 0; i < lists.Count; i++) Assert.Same(attached[i], Attachments.Find(lists[i]));
    }

    [Fact]
    public void Set_ObjectsThatDie_AreLetGo()
    {
        WeakReference attachment = AttachToSomethingThatDies();

        GC.Collect();
        Attachments.Sweep();
        GC.Collect();

        Assert.False(attachment.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // so that no local keeps the list
    private static WeakReference AttachToSomethingThatDies()
    {
        var list = new List<int>();
        var attachment = new ListAttachment<int>(list, _column);
        Attachments.Set(list, attachment);
        return new WeakReference(attachment);
    }
}
