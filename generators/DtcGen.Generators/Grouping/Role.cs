namespace DtcGen.Generators.Grouping;

/// <summary>What of a layer belongs to a group's neurons. The names are those of the library's roles.</summary>
internal enum Role
{
    Producer,
    PerNeuron,
    Consumer,
}
