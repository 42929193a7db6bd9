export const firstNames = (
  'Ada Aisha Akira Alma Amir Ana Anders Anja Anton Aylin Bea Ben Bruno Carla Carlos Chen Clara Dara Dario ' +
  'Diego Dora Elena Eli Emil Emma Esra Farid Femi Finn Freya Gita Greta Hana Hugo Ida Imani Ines Ivan Jana ' +
  'Jonas Jun Kai Karin Kofi Lars Lea Leila Lena Levi Lin Lucia Luka Malik Mara Marek Maya Mei Mila Nadia ' +
  'Naomi Nils Nina Noor Olga Omar Oskar Paula Pedro Petra Priya Rafael Rana Ravi Rosa Ruben Sami Sara Selma ' +
  'Simon Sofia Sven Tariq Tess Theo Tomas Uma Vera Viktor Wanda Yara Yusuf Zoe'
).split(' ')

export const lastNames = (
  'Abbas Adler Almeida Andersson Arslan Bakker Barros Bauer Becker Berg Bianchi Blom Boateng Brandt Castro ' +
  'Chandra Cohen Costa Dahl Demir Diallo Dubois Egger Eriksen Farah Ferrari Fischer Fonseca Garcia Gruber ' +
  'Haas Hansen Haddad Herrera Hoffmann Ito Ivanova Jansen Kamara Kaya Keller Khan Kim Koch Kowalski Kumar ' +
  'Lang Larsen Lehmann Lopez Mancini Marin Mehta Mendez Meyer Moreau Mori Nakamura Ndiaye Nguyen Nowak Okafor ' +
  'Olsen Ortega Park Patel Pereira Petrov Quist Reyes Ricci Rossi Sato Schmid Silva Singh Sousa Strand Suzuki ' +
  'Tanaka Torres Tran Vogel Wagner Weber Winter Wolf Yilmaz Zhang Ziegler'
).split(' ')

export const companyNames = (
  'Alder Amber Anchor Aspen Atlas Beacon Birch Bluefin Boreal Bramble Bridge Canyon Cedar Clover Cobalt Copper ' +
  'Coral Crane Delta Drift Dune Ember Falcon Fern Fjord Flint Foxglove Garnet Glacier Granite Harbor Hazel ' +
  'Heron Hollow Iris Ivory Juniper Kestrel Lantern Larch Linden Lotus Maple Meadow Mistral Moss Nimbus Ochre ' +
  'Onyx Orchard Osprey Otter Pebble Pine Plover Prairie Quartz Quill Raven Ridge Rowan Saffron Sage Sierra ' +
  'Slate Sparrow Summit Tamarack Thistle Tidal Topaz Tundra Umber Verdant Violet Walnut Willow Wren Yarrow Zephyr'
).split(' ')

export const companyKinds = (
  'Analytics|Bikes|Books|Care|Clinics|Coffee|Dental|Energy|Foods|Freight|Furniture|Games|Gardens|Health|' +
  'Homes|Insurance|Interiors|Labs|Legal|Logistics|Media|Mobility|Optics|Outdoor|Paper|Pharma|Robotics|' +
  'Schools|Software|Sports|Studios|Systems|Textiles|Tools|Travel|Works'
).split('|')

export const regions = ['eu-central', 'eu-north', 'us-east', 'us-west', 'ap-south']
export const devices = [
  'Chrome on Windows',
  'Firefox on Windows',
  'Safari on macOS',
  'Chrome on macOS',
  'Safari on iPhone',
  'Chrome on Android',
  'Firefox on Linux',
]
export const cacheKeys = [
  'dashboard.overview',
  'report.monthly',
  'report.teams',
  'usage.seats',
  'export.estimates',
]
