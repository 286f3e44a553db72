using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests.Units;

// Proves: an asynchronous method runs in its caller's unit where that awaits it on the spot, however deep, and in one of its own where it does not, from the moment when it
// first waits; what awaits its task later comes behind its end; and each handles the record of its caller. Woven against the product's runtime, in Debug and Release.
public class FlowTests
{
    private const string Program = """
        public static async Task Chain() { Mark("a"); await Chain1(); Mark("e"); }
        static async Task Chain1() { Mark("b"); await Chain2(); await Task.Yield(); Mark("d"); }
        static async Task<int> Chain2() { await Task.Delay(1).ConfigureAwait(false); Mark("c"); await Task.Yield(); return 1; }

        static async Task Child(string name, bool waits = true) { Mark(name + "0"); if (waits) await Task.Delay(30); Mark(name + "1"); if (waits) await Task.Yield(); Mark(name + "2"); }
        static async ValueTask<int> ValueChild(string name) { Mark(name + "0"); await Task.Yield(); Mark(name + "1"); await Task.Delay(1); Mark(name + "2"); return 1; }

        public static async Task ForkAndJoin() { Mark("x"); Task t = Child("t"); Mark("y"); await t; Mark("z"); }
        public static async Task ForkAndJoinLate() { Mark("x"); Task t = Child("t"); Mark("y"); while (!t.IsCompleted) await Task.Delay(1); Mark("w"); await t; Mark("z"); }
        public static async Task ForkOfValue() { Mark("x"); ValueTask<int> t = ValueChild("t"); Mark("y"); await t; Mark("z"); }
        public static async Task ForkThatIsComplete() { Mark("x"); Task t = Child("t", waits: false); Mark("y"); await t; Mark("z"); }
        public static async Task ForksInALoop()
        {
            var tasks = new List<Task>();
            foreach (string name in new[] { "t", "u", "v" }) tasks.Add(Child(name));
            Mark("y");
            foreach (Task task in tasks) await task;
            Mark("z");
        }
        public static async Task AllOfSelected() { Mark("x"); await Task.WhenAll(new[] { "t", "u" }.Select(name => Child(name))); Mark("z"); }
        public static async Task AllOfLambdas() { Mark("x"); int[] all = await Task.WhenAll(new[] { "t", "u" }.Select(async name => { await Child(name); return 1; })); Mark("z"); }
        public static async Task AllOfOne() { Mark("x"); Task only = Child("t"); Mark("y"); await Task.WhenAll(only); Mark("z"); }
        public static async Task AllOfAll() { Mark("x"); Task all = Task.CompletedTask; foreach (string name in new[] { "t", "u" }) all = Task.WhenAll(all, Child(name)); Mark("y"); await all; Mark("z"); }
        public static async Task AllOfEnded() { Mark("x"); Task t = Task.WhenAll(Child("t"), Child("s")); await Task.Delay(50); Mark("y"); await Task.WhenAll(t, Child("u")); Mark("z"); }
        static Task Passed(string name) => Child(name);
        public static async Task PassedOn() { Mark("x"); await Passed("t"); Mark("z"); }
        public static async Task PassedOnFork() { Mark("x"); Task t = Passed("t"); Mark("y"); await t; Mark("z"); }
        public static async Task ByDelegate() { Func<string, Task> child = async name => { await Child(name); }; Mark("x"); Task t = child("t"); Mark("y"); await t; Mark("z"); }
        public static async Task ByDelegateOnTheSpot() { Func<string, Task> child = async name => { await Child(name); }; Mark("x"); await child("t"); Mark("z"); }
        static async Task Outer() { Mark("o0"); Task t = Child("t"); Mark("o1"); await Task.Delay(5); Mark("o2"); await t; Mark("o3"); }
        public static async Task Nested() { Mark("x"); Task o = Outer(); Mark("y"); await o; Mark("z"); }
        public static async Task Thrown() { Mark("x"); Task t = Throws(); Mark("y"); try { await t; } catch (InvalidOperationException) { Mark("c"); } Mark("z"); }
        static async Task Throws() { await Task.Yield(); Mark("t1"); throw new InvalidOperationException(); }
        [Weft.NotWoven] static async Task Unwoven(Func<Task> inner) { await Task.Yield(); await inner(); await Task.Yield(); }
        public static async Task ThroughUnwoven() { Mark("x"); await Unwoven(async () => { Mark("a"); await Task.Delay(1); Mark("b"); }); Mark("z"); }
        static async IAsyncEnumerable<int> Numbers() { Mark("n0"); yield return 1; await Task.Delay(1); Mark("n1"); yield return 2; await Task.Yield(); Mark("n2"); }
        public static async Task Iterated() { Mark("x"); await foreach (int n in Numbers()) { await Task.Yield(); Mark("i" + n); } Mark("z"); }
        public static async Task FireAndForget() { Mark("x"); var done = new TaskCompletionSource(); _ = Forgotten(done); Mark("y"); await done.Task; Mark("z"); }
        static async Task Forgotten(TaskCompletionSource done) { await Task.Delay(1); Mark("f"); done.SetResult(); }
        static async void Void(TaskCompletionSource done) { Mark("v0"); await Task.Delay(1); Mark("v1"); done.SetResult(); }
        public static async Task OfVoid() { Mark("x"); var done = new TaskCompletionSource(); Void(done); Mark("y"); await done.Task; Mark("z"); }
        static async Task Keep(List<int> all, int n) { Mark("k" + n); await Task.Delay(1); Mark("l" + n); lock (all) all.Add(n); }
        public static async Task ForksThatAreHandedRecords()
        {
            var all = new List<int>(); var tasks = new List<Task>();
            foreach (int n in new List<int> { 1, 2 }) tasks.Add(Keep(all, n));
            Mark("y");
            foreach (Task task in tasks) await task;
            Mark("z");
        }
        public static void Blocking() { Mark("x"); Chain1().GetAwaiter().GetResult(); Mark("y"); }
        """;

    [Theory]
    [InlineData("Chain", "a<b b<c c<d d<e a=b b=c c=d d=e")]
    [InlineData("ForkAndJoin", "x<t0 t0<y t0<t1 t1|y t2<z y<z x=t0 t0=y x~t1 t1=t2 x=z")]
    [InlineData("ForkAndJoinLate", "x<t0 t0<y t0<t1 t1|y t1|w t2<z y<z x~t1")]
    [InlineData("ForkOfValue", "x<t0 t0<y t0<t1 t1|y t2<z y<z x~t1")]
    [InlineData("ForkThatIsComplete", "x<t0 t0<t1 t1<t2 t2<y y<z x=t2")]
    [InlineData("ForksInALoop", "t0<u0 u0<v0 t1|u1 t1|v1 u1|v1 t1|y v0<y t2<z u2<z v2<z y<z t1~u1 t1=t2")]
    [InlineData("ForksThatAreHandedRecords", "k1<k2 l1|l2 l1|y k2<y l1<z l2<z l1~l2")]
    [InlineData("AllOfSelected", "x<t0 t1|u1 t2|u2 t2<z u2<z t1~u1")]
    [InlineData("AllOfLambdas", "x<t0 t1|u1 t2|u2 t2<z u2<z t1~u1")]
    [InlineData("AllOfOne", "x<t0 t0<y t1|y y<z t2<z x~t1")]
    [InlineData("AllOfAll", "x<t0 t1|u1 t1|y u0<y t2<z u2<z y<z t1~u1")]
    [InlineData("AllOfEnded", "x<t0 t1|y y<u0 t2<z s2<z u2<z y<z t1~u1")]
    [InlineData("PassedOn", "x<t0 t0<t1 t2<z x=t2 x=z")]
    [InlineData("PassedOnFork", "x<t0 t0<t1 t1|y t2<z x~t2")]
    [InlineData("ByDelegate", "x<t0 t0<t1 t1|y t2<z x~t2")]
    [InlineData("ByDelegateOnTheSpot", "x<t0 t0<t1 t2<z")]
    [InlineData("Nested", "x<o0 o0<t0 t0<o1 o1<o2 t1|o2 o1<y o2|y t1|y t2<o3 o3<z x~o2 o2~t1")]
    [InlineData("Thrown", "x<y t1|y t1<c c<z")]
    [InlineData("ThroughUnwoven", "x<a a<b a<z a~b")]
    [InlineData("Iterated", "x<n0 n0<i1 i1<n1 n1<i2 i2<n2 n2<z x=n0 n0=n2 n2=z")]
    [InlineData("FireAndForget", "x<f f|y f<z y<z")]
    [InlineData("OfVoid", "x<v0 v0<y v0<v1 v1|y v1<z")]
    [InlineData("Blocking", "x<b b<c c<d d<y x=b x=c x=y")]
    public void Await_FlowsThatPartAndMeet_AreOrderedAsTheProgramSays(string method, string relations) => EventPrograms.Check(Program, method, relations, graph =>
    {
        graph.AssertRecord(EventPrograms.Record);
        if (method != "ThroughUnwoven") graph.AssertSequential(haveEnded: method is not ("OfVoid" or "FireAndForget")); // who signals ends behind the signal
    }, times: 3);
}
