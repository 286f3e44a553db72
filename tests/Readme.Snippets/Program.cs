using Weft;

int[] readings = [3, 14, 15, 92, 65];
List<int> alarms = readings.Where(reading => reading > 50).ToList();

LineageGraph why = Lineage.Of(alarms, 0).Why();
Console.WriteLine(why.Verdict);
foreach (LineageRoot root in why.Roots) Console.WriteLine(root);
Lineage.Output("alarms of today", alarms);
